import type {BlockContent, List} from 'mdast';
import {CARET, GREATER, LEFT_BRACKET} from './characters';
import {closeContainers} from './close';
import {type Matched, takeQuoteMarker} from './continue-containers';
import {isBlankFrom, measure} from './cursor';
import {DEEPEST, giveUp} from './give-up';
import {pointAt} from './lines';
import {createItem, readListMarker, takeListMarker} from './list-marker';
import {type State, siblings} from './state';

/** Opens the quotes and lists that begin on the line; false when it begins none. */
export function openContainers(state: State, {depth, isNextItem}: Matched): boolean {
  const {leaf, stack} = state;
  const isInside = depth === stack.length && !isNextItem;
  if (isInside && (leaf?.kind === 'fence' || leaf?.kind === 'html')) return false;
  // A list that begins behind code is held to the rules for one that interrupts a paragraph.
  const isText = leaf?.kind === 'paragraph' || leaf?.kind === 'indented';
  const as = isInside && isText ? 'interruption' : 'item';
  let opened = isNextItem;
  while (openContainer(state, {as, depth: opened ? undefined : depth})) opened = true;
  return opened;
}

type Opening = {
  readonly as: 'item' | 'interruption';
  /** Where the open containers end when one begins here; undefined if they already did. */
  readonly depth: number | undefined;
};

function openContainer(state: State, {as, depth}: Opening): boolean {
  const {cursor, stack} = state;
  measure(cursor);
  if (cursor.indent >= 4 || isBlankFrom(cursor)) return false;
  const code = cursor.source.charCodeAt(cursor.text);
  const next = cursor.source.charCodeAt(cursor.text + 1);
  if (code === LEFT_BRACKET && next === CARET && isFootnote(state)) giveUp('a footnote');
  if (stack.length >= DEEPEST) giveUp('deep nesting');
  if (code === GREATER) {
    if (depth !== undefined) closeContainers(state, depth, 'next container');
    openQuote(state);
    return true;
  }
  const marker = readListMarker(cursor, as);
  if (marker === undefined) return false;
  if (depth !== undefined) closeContainers(state, depth, 'next container');
  const item = createItem(state);
  const node: List = {
    type: 'list',
    ordered: marker.start !== null,
    start: marker.start,
    spread: false,
    children: [],
    position: {start: item.position?.start ?? startPoint(state), end: startPoint(state)},
  };
  addBlock(state, node);
  stack.push({
    kind: 'list',
    node,
    marker: marker.character,
    item,
    size: 0,
    lastLine: cursor.line,
    itemLine: cursor.line,
    beginsBlank: false,
    isBlankSince: false,
  });
  const list = stack.at(-1);
  if (list?.kind === 'list') takeListMarker(state, marker, list, stack.length - 1);
  return true;
}

function openQuote(state: State): void {
  const start = startPoint(state);
  const node = {
    type: 'blockquote' as const,
    children: [],
    position: {start, end: start},
  };
  addBlock(state, node);
  state.stack.push({kind: 'quote', node, lastLine: state.cursor.line});
  takeQuoteMarker(state, state.stack.length - 1);
}

function addBlock(state: State, node: BlockContent): void {
  siblings(state).push(node);
}

function isFootnote({cursor}: State): boolean {
  return cursor.source.slice(cursor.text, cursor.end).includes(']:');
}

function startPoint({lines, cursor}: State) {
  return pointAt(lines, cursor.line, cursor.text);
}
