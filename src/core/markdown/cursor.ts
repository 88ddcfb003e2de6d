import {SPACE, TAB} from './characters';
import type {Lines} from './lines';

/** A place on one line that knows columns: containers may take a part of a tab. */
export type Cursor = {
  readonly source: string;
  readonly lines: Lines;
  line: number;
  /** The next character, and the end of the line. */
  at: number;
  end: number;
  column: number;
  /** Columns that are left of a tab which is already behind `at`. */
  pending: number;
  /** By `measure`: columns of white space from here on, and the first character behind it. */
  indent: number;
  text: number;
};

export function createCursor(source: string, lines: Lines): Cursor {
  return {source, lines, line: 0, at: 0, end: 0, column: 0, pending: 0, indent: 0, text: 0};
}

export function startLine(cursor: Cursor, line: number): void {
  cursor.line = line;
  cursor.at = cursor.lines.starts[line] ?? 0;
  cursor.end = cursor.lines.ends[line] ?? 0;
  cursor.column = 0;
  cursor.pending = 0;
  measure(cursor);
}

export function measure(cursor: Cursor): void {
  let at = cursor.at;
  let column = cursor.column + cursor.pending;
  for (; at < cursor.end; at++) {
    const code = cursor.source.charCodeAt(at);
    if (code === SPACE) column++;
    else if (code === TAB) column += 4 - (column % 4);
    else break;
  }
  cursor.indent = column - cursor.column;
  cursor.text = at;
}

/** Takes at most so many columns of white space. */
export function takeColumns(cursor: Cursor, most: number): void {
  for (let left = Math.min(most, cursor.indent); left > 0; left--) {
    if (cursor.pending > 0) cursor.pending--;
    else {
      if (cursor.source.charCodeAt(cursor.at) === TAB) cursor.pending = 3 - (cursor.column % 4);
      cursor.at++;
    }
    cursor.column++;
    cursor.indent--;
  }
}

/** Moves behind a marker of so many characters, which stands behind the white space. */
export function takeMarker(cursor: Cursor, size: number): void {
  takeColumns(cursor, cursor.indent);
  cursor.at += size;
  cursor.column += size;
  measure(cursor);
}

export function isBlankFrom(cursor: Cursor): boolean {
  return cursor.text >= cursor.end;
}

/** The rest of the line; what is left of a tab stands there as spaces. */
export function restOfLine(cursor: Cursor): string {
  const rest = cursor.source.slice(cursor.at, cursor.end);
  return cursor.pending > 0 ? ' '.repeat(cursor.pending) + rest : rest;
}
