import type {Writable} from 'node:stream';
import {printable} from '../../core';
import {pickRows, pressKey} from './pick';
import type {PickItem, PickReply, PickRow, PickState} from './pick';
import {pickKeys} from './pick-keys';
import {read} from './read-line';
import type {LineSource} from './read-line';

export type PickTerminal = {
  readonly stdin: LineSource;
  readonly talk: Writable & {readonly isTTY?: boolean; readonly columns?: number};
  /** The variable TERM. */
  readonly term?: string | undefined;
};

/** True where keys come one by one and lines can be drawn over. */
export function canPick({stdin, talk, term}: PickTerminal): boolean {
  const isTerminal = stdin.isTTY === true && talk.isTTY === true;
  return isTerminal && stdin.setRawMode !== undefined && term !== 'dumb';
}

const MOST_ROWS = 10;
/** Without it, a line that is too long would take two, and the next drawing would miss one. */
const WRAP = {off: '\u001B[?7l', on: '\u001B[?7h'};

/**
 * A list that shrinks as the person types. Draws over itself, and leaves one line with the answer.
 * The terminal is as it was before, whatever happens.
 */
export async function pickOnTerminal(
  {stdin, talk}: PickTerminal,
  {
    prompt,
    items,
    takesTyped,
  }: {
    readonly prompt: string;
    readonly items: readonly PickItem[];
    readonly takesTyped: boolean;
  },
  signal: AbortSignal,
): Promise<PickReply> {
  let state: PickState = {items, takesTyped, filter: '', at: 0};
  let reply: PickReply = {kind: 'stop'};
  let drawn = 0;
  function draw(lines: readonly string[]): void {
    const up = drawn > 1 ? `\u001B[${drawn - 1}A` : '';
    const width = Math.max(20, talk.columns ?? 80) - 1;
    const cut = lines.map(line => [...line].slice(0, width).join(''));
    talk.write(`${WRAP.off}${up}\r\u001B[J${cut.join('\r\n')}${WRAP.on}`);
    drawn = lines.length;
  }
  stdin.setRawMode?.(true);
  try {
    draw(pickLines(state, prompt));
    await read(stdin, signal, text => {
      let from = 0;
      for (const {key, sequence} of pickKeys(text)) {
        from += sequence.length;
        const next = pressKey(state, key);
        if ('kind' in next) {
          reply = next;
          return {kind: 'done', line: '', rest: text.slice(from)};
        }
        state = next;
      }
      draw(pickLines(state, prompt));
      return {kind: 'more'};
    });
    draw([`${prompt}${replyWords(reply)}`]);
  } finally {
    stdin.setRawMode?.(false);
    talk.write('\n');
  }
  return reply;
}

/** What stands on the screen: the question with the filter, and the rows around the lit one. */
function pickLines(state: PickState, prompt: string): readonly string[] {
  const rows = pickRows(state);
  const start = Math.max(0, Math.min(state.at - MOST_ROWS + 1, rows.length - MOST_ROWS));
  const shown = rows.slice(start, start + MOST_ROWS);
  const width = Math.max(0, ...shown.map(row => labelOf(row).length));
  const hidden = rows.length - shown.length;
  return [
    `${prompt}${printable(state.filter)}`,
    ...shown.map(
      (row, index) => `  ${index + start === state.at ? '>' : ' '} ${rowWords(row, width)}`,
    ),
    rows.length === 0
      ? '    Nothing matches.'
      : `    ${hidden === 0 ? '' : `${hidden} more · `}type to filter, ↑ ↓ to move, Enter to take it, Esc to go back`,
  ];
}

function rowWords(row: PickRow, width: number): string {
  const detail = row.kind === 'typed' ? '(as you typed it)' : printable(row.item.detail);
  return `${labelOf(row).padEnd(width)}  ${detail}`.trimEnd();
}

function labelOf(row: PickRow): string {
  return printable(row.kind === 'typed' ? row.text : row.item.label);
}

function replyWords(reply: PickReply): string {
  return reply.kind === 'picked' || reply.kind === 'typed' ? labelOf(reply) : '';
}
