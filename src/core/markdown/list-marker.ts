import type {ListItem} from 'mdast';
import {DASH, DOT, PLUS, RIGHT_PAREN, STAR, isDigit, isSpaceOrTab, skipSpaces} from './characters';
import {type Cursor, isBlankFrom, takeColumns, takeMarker} from './cursor';
import {pointAt} from './lines';
import {isThematicBreak} from './recognise';
import type {ListContainer, State} from './state';

export type ListMarker = {
  /** `-`, `+`, `*`, or what stands behind a number. */
  readonly character: number;
  readonly size: number;
  readonly start: number | null;
  readonly isEmpty: boolean;
};

/** The marker of an item; a list that interrupts a paragraph begins with 1 and with text. */
export function readListMarker(
  cursor: Cursor,
  as: 'item' | 'interruption',
): ListMarker | undefined {
  if (cursor.indent >= 4 || isBlankFrom(cursor)) return undefined;
  const {source, text, end} = cursor;
  const code = source.charCodeAt(text);
  const digits = isDigit(code) ? countDigits(source, text) : 0;
  const character = source.charCodeAt(text + digits);
  if (digits === 0 && code !== DASH && code !== STAR && code !== PLUS) return undefined;
  if (digits > 0 && character !== DOT && character !== RIGHT_PAREN) return undefined;
  const behind = text + digits + 1;
  if (digits > 9 || (behind < end && !isSpaceOrTab(source.charCodeAt(behind)))) return undefined;
  if (digits === 0 && code !== PLUS && isThematicBreak(cursor)) return undefined;
  const isEmpty = skipSpaces(source, behind) >= end;
  const number = digits > 0 ? source.slice(text, text + digits) : null;
  if (as === 'interruption' && (isEmpty || (number !== null && number !== '1'))) return undefined;
  const start = number === null ? null : Number.parseInt(number, 10);
  return {character, size: digits + 1, start, isEmpty};
}

/** Begins an item of the list at the marker, and sets how far its lines are indented. */
export function takeListMarker(
  state: State,
  marker: ListMarker,
  list: ListContainer,
  depth: number,
): void {
  const {cursor} = state;
  const {indent} = cursor;
  list.item = createItem(state);
  list.node.children.push(list.item);
  takeMarker(cursor, marker.size);
  const space = marker.isEmpty ? 0 : cursor.indent > 4 ? 1 : cursor.indent;
  takeColumns(cursor, space);
  list.size = indent + marker.size + (marker.isEmpty ? 1 : space);
  list.beginsBlank = marker.isEmpty;
  list.itemLine = cursor.line;
  state.markedDepth = depth + 1;
}

export function createItem({lines, cursor}: State): ListItem {
  const start = pointAt(lines, cursor.line, cursor.text);
  return {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [],
    position: {start, end: start},
  };
}

function countDigits(source: string, from: number): number {
  let at = from;
  while (at - from < 10 && isDigit(source.charCodeAt(at))) at++;
  return at - from;
}
