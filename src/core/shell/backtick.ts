import type {Place} from './word';

const ESCAPABLE = new Set(['$', '`', '\\']);

/** The place of each character of a backtick script in the text that still has its backslashes. */
export function decodedPlace(
  source: string,
  part: {readonly pos: number; readonly end: number},
  outer: Place,
): Place {
  const raw: number[] = [];
  for (let at = part.pos + 1; at < part.end; at++) {
    const escaped = source.charAt(at) === '\\' && ESCAPABLE.has(source.charAt(at + 1));
    raw.push(at);
    if (escaped) at++;
  }
  return offset => outer(raw[offset] ?? part.end - 1);
}
