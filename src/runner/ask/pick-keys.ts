import type {PickKey} from './pick';

const KEYS: ReadonlyMap<string, PickKey['kind']> = new Map([
  ['\u001B[A', 'up'],
  ['\u001BOA', 'up'],
  ['\u0010', 'up'],
  ['\u001B[B', 'down'],
  ['\u001BOB', 'down'],
  ['\u000E', 'down'],
  ['\t', 'down'],
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\u001B', 'escape'],
  ['\u007F', 'erase'],
  ['\b', 'erase'],
  ['\u0015', 'clear'],
  ['\u0003', 'stop'],
  ['\u0004', 'stop'],
]);

/** A key sequence of a terminal, a single control character, or text. */
// oxlint-disable-next-line no-control-regex -- control characters are what keys send
const KEY = /\u001B(?:\[[0-9;?]*[@-~]|O[A-Za-z])|[\0-\u001F\u007F]|[^\0-\u001F\u007F]+/g;

/** The keys that a terminal in raw mode has sent, with the text of each. */
export function pickKeys(text: string): readonly {key: PickKey; sequence: string}[] {
  return (text.match(KEY) ?? []).map(sequence => ({key: keyOf(sequence), sequence}));
}

function keyOf(sequence: string): PickKey {
  const kind = KEYS.get(sequence);
  if (kind !== undefined && kind !== 'text') return {kind};
  return sequence < ' ' || sequence === '\u007F'
    ? {kind: 'unknown'}
    : {kind: 'text', text: sequence};
}
