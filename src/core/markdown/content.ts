import {type Point, type Position, type Lines, pointAt} from './lines';

/** Text that is read as inline Markdown: the lines of a block without what containers put before them. */
export type Content = {
  readonly text: string;
  /** Where each line begins, in `text` and in the source. */
  readonly starts: readonly number[];
  readonly origins: readonly number[];
  readonly firstLine: number;
  readonly lines: Lines;
  /** A line begins with a part of a tab, which the text does not show. */
  readonly hasSplitTab: boolean;
};

export type Piece = {readonly at: number; readonly end: number; readonly isSplitTab: boolean};

/** The content of one line. */
export function contentOfLine(
  source: string,
  lines: Lines,
  {line, start, end}: {readonly line: number; readonly start: number; readonly end: number},
): Content {
  const text = source.slice(start, end);
  return {text, starts: [0], origins: [start], firstLine: line, lines, hasSplitTab: false};
}

/** The content of consecutive lines; each piece is what is left of its line. */
export function contentOfLines(
  source: string,
  lines: Lines,
  {firstLine, pieces}: {readonly firstLine: number; readonly pieces: readonly Piece[]},
): Content {
  const starts: number[] = [];
  const origins: number[] = [];
  let text = '';
  pieces.forEach(({at}, index) => {
    starts.push(text.length);
    origins.push(at);
    const isLast = index === pieces.length - 1;
    const end = isLast ? pieces[index]?.end : lines.starts[firstLine + index + 1];
    text += source.slice(at, end);
  });
  const hasSplitTab = pieces.some(({isSplitTab}) => isSplitTab);
  return {text, starts, origins, firstLine, lines, hasSplitTab};
}

/** The place in the source of what begins at `offset`. */
export function startPoint(content: Content, offset: number): Point {
  const index = lineIndex(content, offset);
  const origin = content.origins[index] ?? 0;
  const from = content.starts[index] ?? 0;
  return pointAt(content.lines, content.firstLine + index, origin + offset - from);
}

/** The end of what ends at `offset`; behind a line ending that is the very start of the next line. */
export function endPoint(content: Content, offset: number): Point {
  const index = lineIndex(content, offset);
  if (index === 0 || content.starts[index] !== offset) return startPoint(content, offset);
  const line = content.firstLine + index;
  return pointAt(content.lines, line, content.lines.starts[line] ?? 0);
}

export function spanOf(content: Content, start: number, end: number): Position {
  return {start: startPoint(content, start), end: endPoint(content, end)};
}

function lineIndex({starts}: Content, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
