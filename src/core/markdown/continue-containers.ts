import {COLON, GREATER, skipRun, skipSpaces} from './characters';
import {closeContainers} from './close';
import {isBlankFrom, measure, takeColumns, takeMarker} from './cursor';
import {spanOnLine} from './lines';
import {endItem} from './list-end';
import {readListMarker, takeListMarker} from './list-marker';
import type {DirectiveContainer, ListContainer, State} from './state';

/** How many of the open containers a line is in, and whether it began the next item of a list. */
export type Matched = {readonly depth: number; readonly isNextItem: boolean};

/** Undefined when the line ended a directive, which is all that it is for. */
export function continueContainers(state: State): Matched | undefined {
  const {stack} = state;
  for (let depth = 0; depth < stack.length; depth++) {
    const container = stack[depth];
    if (container === undefined) break;
    switch (container.kind) {
      case 'quote':
        if (!takeQuoteMarker(state, depth)) return {depth, isNextItem: false};
        break;
      case 'list': {
        const found = continueList(state, container, depth);
        if (found === 'other') return {depth, isNextItem: false};
        if (found === 'next item') return {depth: depth + 1, isNextItem: true};
        break;
      }
      case 'directive':
        if (isClosingFence(state, container)) {
          closeDirective(state, container, depth);
          return undefined;
        }
        takeColumns(state.cursor, container.indent);
        break;
    }
  }
  return {depth: stack.length, isNextItem: false};
}

/** Takes `>` and one column of white space behind it. */
export function takeQuoteMarker(state: State, depth: number): boolean {
  const {cursor} = state;
  if (cursor.indent >= 4 || isBlankFrom(cursor)) return false;
  if (cursor.source.charCodeAt(cursor.text) !== GREATER) return false;
  takeMarker(cursor, 1);
  takeColumns(cursor, 1);
  state.markedDepth = depth + 1;
  return true;
}

function continueList(
  state: State,
  list: ListContainer,
  depth: number,
): 'same item' | 'next item' | 'other' {
  const {cursor} = state;
  if (isBlankFrom(cursor)) {
    list.isBlankSince ||= list.beginsBlank;
    takeColumns(cursor, list.size);
    return 'same item';
  }
  const isEnded = list.isBlankSince;
  list.isBlankSince = false;
  list.beginsBlank = false;
  if (!isEnded && cursor.indent >= list.size) {
    takeColumns(cursor, list.size);
    return 'same item';
  }
  const marker = readListMarker(cursor, 'item');
  if (marker === undefined || marker.character !== list.marker) return 'other';
  closeContainers(state, depth + 1, 'next block');
  endItem(state, list);
  takeListMarker(state, marker, list, depth);
  return 'next item';
}

function isClosingFence({cursor}: State, {colons}: DirectiveContainer): boolean {
  if (cursor.indent >= 4) return false;
  const end = skipRun(cursor.source, cursor.text, COLON);
  return end - cursor.text >= colons && skipSpaces(cursor.source, end) >= cursor.end;
}

function closeDirective(state: State, {node}: DirectiveContainer, depth: number): void {
  const {lines, cursor, stack} = state;
  closeContainers(state, depth + 1, 'next block');
  stack.length = depth;
  const {end} = spanOnLine(lines, cursor.line, cursor.end, cursor.end);
  if (node.position !== undefined) node.position.end = end;
  for (const container of stack) {
    if (container.kind === 'directive') continue;
    container.lastLine = cursor.line;
    if (container.kind === 'list') container.itemLine = cursor.line;
  }
  measure(cursor);
}
