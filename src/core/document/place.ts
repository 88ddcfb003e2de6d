/** A place in a file as saved: lines and columns count from 1, columns and offsets in UTF-16 units. */
export type Point = {readonly line: number; readonly column: number; readonly offset: number};

/** Half-open: `end` is the place behind the last character. */
export type Span = {readonly start: Point; readonly end: Point};

/** Finds places by offset in one text; made once a file. */
export type PlaceIndex = {
  /** An offset outside the text is clamped to its nearest end. */
  readonly point: (offset: number) => Point;
  readonly span: (start: number, end: number) => Span;
  /** Offset of the first character of a line that counts from 1. */
  readonly lineStart: (line: number) => number;
  /** Offset behind the last character of a line that counts from 1, before its ending. */
  readonly lineEnd: (line: number) => number;
  /** A line without its ending; the empty string outside the text. */
  readonly line: (line: number) => string;
  readonly lineCount: number;
};

/** Counts `\n`, `\r\n` and a lone `\r` as line endings, as CommonMark does. */
export function indexPlaces(source: string): PlaceIndex {
  const starts = lineStarts(source);
  const lineStart = (line: number) => starts[line - 1] ?? source.length;
  const lineEnd = (line: number) => {
    let end = lineStart(line + 1);
    while (end > lineStart(line) && /[\r\n]/.test(source.charAt(end - 1))) end -= 1;
    return end;
  };
  const point = (offset: number): Point => {
    const clamped = Math.max(0, Math.min(offset, source.length));
    const line = lineAt(starts, clamped);
    return {line, column: clamped - lineStart(line) + 1, offset: clamped};
  };
  return {
    point,
    span: (start, end) => ({start: point(start), end: point(end)}),
    lineStart,
    lineEnd,
    line: line => source.slice(lineStart(line), lineEnd(line)),
    lineCount: starts.length,
  };
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
