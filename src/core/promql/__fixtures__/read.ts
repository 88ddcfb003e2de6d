import {parsePromql, printPromql} from '../index';
import type {PromqlOptions} from '../index';

/** The canonical form, or the complaints as `start-end message`. */
export function read(text: string, options: PromqlOptions = {}): string {
  const {expr, errors} = parsePromql(text, options);
  if (errors.length > 0) {
    return errors.map(({message, start, end}) => `${start}-${end} ${message}`).join('\n');
  }
  return expr === undefined ? 'nothing' : printPromql(expr);
}

