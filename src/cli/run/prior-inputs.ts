import {MASK} from '../../runner';
import type {RunRecord} from '../../runner';

/**
 * The values that an earlier run had, for the inputs that the page still declares. What was masked
 * in its record is unknown and has to be given again.
 */
export function readPriorInputs(
  {begun, entries}: RunRecord,
  declared: readonly {readonly name: string; readonly type: string}[],
): ReadonlyMap<string, string> {
  const open = new Set(declared.filter(({type}) => type !== 'secret').map(({name}) => name));
  const values = new Map<string, string>();
  for (const {name, value} of begun.inputs) {
    if (value !== null) values.set(name, value);
  }
  for (const entry of entries) {
    if (entry.kind !== 'asked' || entry.question.kind !== 'input') continue;
    const {name} = entry.question;
    // These two are the words for no answer.
    if (name !== undefined && !['skip', 'stop'].includes(entry.answer)) {
      values.set(name, entry.answer);
    }
  }
  return new Map([...values].filter(([name, value]) => open.has(name) && !value.includes(MASK)));
}
