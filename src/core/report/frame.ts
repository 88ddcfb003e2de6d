import {printable} from './printable';

/** A part of one line of a document as a terminal can show it, and the marks below it. */
export type Frame = {readonly code: string; readonly marks: string};

const TAB = 4;
const WIDEST = 100;
/** How much of a long line stays visible left of the place. */
const LEAD = 30;
const CUT = '…';
/** How much of a line is looked at before and behind the place, in units: characters may have many. */
const REACH = {before: 120, behind: 240} as const;

/** Columns count from 1 in UTF-16 units; `end` is behind the last marked character. */
export function frameOf(
  line: string,
  {start, end}: {readonly start: number; readonly end: number},
): Frame {
  // Of a line of a megabyte with a thousand findings, each frame reads only what it may show.
  const skipped = Math.max(0, start - 1 - REACH.before);
  const near = line.slice(skipped, start - 1 + REACH.behind);
  const cells = cellsOf(near);
  const [from, to] = [start - 1 - skipped, end - 1 - skipped];
  const marked = (cell: Cell) => cell.end > from && cell.start < Math.max(to, from + 1);
  const before = cells.filter(cell => cell.end <= from);
  const [first, length] = windowOf(cells, before);
  const shown = cells.slice(first, first + length);
  const isCut = first + length < cells.length || skipped + near.length < line.length;
  const head = first + skipped > 0 ? CUT : '';
  const tail = isCut ? CUT : '';
  const lead = widthOf(shown.filter(cell => cell.end <= from)) + head.length;
  const width = Math.max(1, widthOf(shown.filter(marked)));
  return {
    code: `${head}${shown.map(({text}) => text).join('')}${tail}`.trimEnd(),
    marks: `${' '.repeat(lead)}^${'~'.repeat(width - 1)}`,
  };
}

/** One character as a reader sees it. Offsets count from 0 in the line. */
type Cell = {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
};

const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'});

const PLAIN = /^[ -~]*$/;

function cellsOf(line: string): readonly Cell[] {
  if (PLAIN.test(line)) {
    return Array.from(line, (text, start) => ({text, width: 1, start, end: start + 1}));
  }
  const cells: Cell[] = [];
  let column = 0;
  for (const {segment, index} of segmenter.segment(line)) {
    const text = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : printable(segment);
    const width = text === segment ? characterWidth(segment) : text.length;
    cells.push({text, width, start: index, end: index + segment.length});
    column += width;
  }
  return cells;
}

const WIDE =
  /^(?:\p{Emoji_Presentation}|.\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u;
const ZERO = /^\p{Mark}/u;

function characterWidth(segment: string): number {
  if (ZERO.test(segment)) return 0;
  return WIDE.test(segment) ? 2 : 1;
}

function windowOf(cells: readonly Cell[], before: readonly Cell[]): readonly [number, number] {
  if (widthOf(cells) <= WIDEST) return [0, cells.length];
  const first = Math.max(0, before.length - (before.length <= LEAD * 2 ? LEAD * 2 : LEAD));
  let length = 0;
  for (let width = 0; length < cells.length - first; length += 1) {
    width += cells[first + length]?.width ?? 0;
    if (width > WIDEST) break;
  }
  return [first, length];
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, {width}) => sum + width, 0);
}
