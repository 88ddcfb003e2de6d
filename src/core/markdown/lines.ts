import type {Root} from 'mdast';
import {CR, LF} from './characters';

/** Where a node stands; lines and columns count from 1, offsets from 0. */
export type Position = NonNullable<Root['position']>;
export type Point = Position['start'];

/** Where each line begins, and where it ends without its line ending. */
export type Lines = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly hasReturns: boolean;
};

/** Splits at LF and CRLF; the empty rest after the last line ending is no line. */
export function splitLines(source: string): Lines {
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  while (start < source.length) {
    const found = source.indexOf('\n', start);
    const feed = found < 0 ? source.length : found;
    starts.push(start);
    ends.push(found > start && source.charCodeAt(found - 1) === CR ? found - 1 : feed);
    start = feed + 1;
  }
  return {starts, ends, hasReturns: source.includes('\r')};
}

/** True when a carriage return stands alone, which ends a line too, but in no file of today. */
export function hasLoneReturn(source: string): boolean {
  let at = source.indexOf('\r');
  while (at >= 0) {
    if (source.charCodeAt(at + 1) !== LF) return true;
    at = source.indexOf('\r', at + 1);
  }
  return false;
}

/** The place of an offset on line `line`, which counts from 0. */
export function pointAt(lines: Lines, line: number, offset: number): Point {
  return {line: line + 1, column: offset - (lines.starts[line] ?? offset) + 1, offset};
}

/** The place behind the last character of a line. */
export function endOfLine(lines: Lines, line: number): Point {
  return pointAt(lines, line, lines.ends[line] ?? 0);
}

export function spanOnLine(lines: Lines, line: number, start: number, end: number): Position {
  return {start: pointAt(lines, line, start), end: pointAt(lines, line, end)};
}

/** The place behind everything: on a line of its own when the text ends in a line ending. */
export function endOfText(source: string, lines: Lines): Point {
  const last = lines.starts.length - 1;
  if (last < 0) return {line: 1, column: 1, offset: 0};
  if (lines.ends[last] === source.length) return pointAt(lines, last, source.length);
  return {line: last + 2, column: 1, offset: source.length};
}
