const CLEAR_LINE = '\r\u001B[2K';
const SGR = /\p{Cc}\[[\d;:]*m/gu;

/** Longer lines are kept no further than their width is told by. */
const LONGEST_KEPT = 1000;

/**
 * What a terminal is to be given so that every line stands behind a bar, and a line that a progress
 * display begins anew shows its last state.
 */
export function lineStates(
  output: string,
  {
    bar,
    line,
    colour,
    isOneRow,
  }: {
    readonly bar: string;
    /** The line that the output goes on with; null where it begins one. */
    readonly line: string | null;
    /** What brings back the colour of the output where it begins a line. */
    readonly colour: string;
    /** False where the line has wrapped, so that it cannot be taken back. */
    readonly isOneRow: boolean;
  },
): {
  readonly text: string;
  /** The unfinished line that the output ends with. */
  readonly line: string | null;
} {
  const [first = '', ...others] = output.split('\n');
  const states = first.split('\r');
  const isAnew = states.length > 1 && line !== null;
  const opening = isAnew ? (isOneRow ? CLEAR_LINE : '\n') : '';
  const kept = isAnew ? null : line;
  const begun = `${kept === null ? bar + colour : ''}${lastState(states)}`;
  const rest = others
    .map(lastStateOf)
    .map((text, index) => withBar(text, {bar, isLast: index === others.length - 1}));
  const last = rest.at(-1) ?? (kept ?? '') + begun;
  return {
    text: opening + [begun, ...rest].join('\n'),
    line: last === '' ? null : last.slice(0, LONGEST_KEPT),
  };
}

/** How many columns a line takes: East Asian characters and emoji take two. */
export function columnsOf(line: string): number {
  return [...line.replaceAll(SGR, '')].reduce(
    (columns, character) => columns + ((character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1),
    0,
  );
}

function withBar(
  text: string,
  {bar, isLast}: {readonly bar: string; readonly isLast: boolean},
): string {
  return isLast && text === '' ? '' : bar + text;
}

function lastStateOf(text: string): string {
  return lastState(text.split('\r'));
}

/** The colours of the states before it still hold. */
function lastState(states: readonly string[]): string {
  const earlier = states.slice(0, -1).join('').match(SGR) ?? [];
  return earlier.join('') + (states.at(-1) ?? '');
}
