import type {Code} from 'mdast';
import {giveUp} from './give-up';
import {endOfLine, endOfText, pointAt} from './lines';
import {closeList, endItem} from './list-end';
import {closeParagraph} from './paragraph';
import {
  type Container,
  type Fence,
  type HtmlBlock,
  type IndentedCode,
  type State,
  siblings,
} from './state';

/** What ends a block: a line that is in none of its containers, another block, the end. */
export type Ending = 'lazy line' | 'next block' | 'next container' | 'end of text';

/** Closes the leaf, and all containers but the outermost `depth`. */
export function closeContainers(state: State, depth: number, ending: Ending): void {
  closeLeaf(state, ending);
  for (let index = state.stack.length - 1; index >= depth; index--) {
    const container = state.stack[index];
    if (container !== undefined) closeContainer(state, container, ending);
  }
  state.stack.length = depth;
}

export function closeLeaf(state: State, ending: Ending): void {
  const {leaf} = state;
  state.leaf = undefined;
  if (leaf === undefined || leaf.kind === 'table') return;
  if (leaf.kind === 'paragraph') closeParagraph(state, leaf);
  else if (leaf.kind === 'indented') closeIndented(state, leaf);
  else if (leaf.kind === 'fence') closeOpenFence(state, leaf, ending);
  else closeHtml(state, leaf, ending);
}

/** The node of a fence; `end` is where its closing fence ends. */
export function fencedCode(state: State, fence: Fence, end: Code['position']): Code {
  const {lang, meta, start, rows} = fence;
  const value = joinRows(state, rows, start.line);
  return {type: 'code', lang, meta, value, position: {start, end: end?.end ?? start}};
}

function closeOpenFence(state: State, fence: Fence, ending: Ending): void {
  const {lines, source, stack, cursor} = state;
  const {rows} = fence;
  if (ending.startsWith('next')) giveUp('a fence that its container cuts off');
  if (ending === 'end of text' && stack.length > 0) giveUp('a fence that its container cuts off');
  const isBlankEnd = (rows.at(-1) ?? '').trim() === '';
  if (ending === 'lazy line' && rows.length > 0 && isBlankEnd)
    giveUp('a fence cut off behind a blank line');
  if (rows.at(-1) === '' && !source.endsWith('\n')) rows.pop();
  const end = ending === 'lazy line' ? endOfLine(lines, cursor.line - 1) : endOfText(source, lines);
  siblings(state).push(fencedCode(state, fence, {start: fence.start, end}));
}

function closeHtml(state: State, html: HtmlBlock, ending: Ending): void {
  const {lines, source, stack} = state;
  const {start, rows, lastLine, until} = html;
  const isOpen = until !== undefined && !until.test(rows.at(-1) ?? '');
  if (isOpen && ending.startsWith('next')) giveUp('an HTML block that its container cuts off');
  const isBlankEnd = (rows.at(-1) ?? '').trim() === '';
  if (isOpen && ending === 'lazy line' && isBlankEnd)
    giveUp('an HTML block cut off behind a blank line');
  const isCut = isOpen && ending === 'end of text';
  if (isCut && stack.length > 0) giveUp('an HTML block that its container cuts off');
  const end = isCut ? endOfText(source, lines) : endOfLine(lines, lastLine);
  const value = isCut ? source.slice(start.offset) : joinRows(state, rows, start.line - 1);
  siblings(state).push({type: 'html', value, position: {start, end}});
}

function closeIndented(state: State, {start, rows, lastLine}: IndentedCode): void {
  const last = rows.at(-1) === '' ? rows.slice(0, -1) : rows;
  const value = joinRows(state, rows, start.line - 1);
  siblings(state).push({
    type: 'code',
    lang: null,
    meta: null,
    value: last === rows ? value : value.replace(/\r?\n$/, ''),
    position: {start, end: endOfLine(state.lines, lastLine)},
  });
}

/** The rows with the line endings that the source has between them. */
function joinRows({source, lines}: State, rows: readonly string[], firstLine: number): string {
  if (!lines.hasReturns) return rows.join('\n');
  let value = '';
  rows.forEach((row, index) => {
    const line = firstLine + index;
    const isLast = index === rows.length - 1;
    value += row + (isLast ? '' : source.slice(lines.ends[line], lines.starts[line + 1]));
  });
  return value;
}

/** Behind the marker of an outer container, what ends reaches up to that marker. */
function closeContainer(state: State, container: Container, ending: Ending): void {
  if (container.kind === 'directive') giveUp('a directive that is not closed');
  const {position} = container.node;
  const isBehindMarker = ending === 'next container' && state.markedDepth > 0;
  const end = isBehindMarker
    ? pointAt(state.lines, state.cursor.line, state.cursor.at)
    : endOfLine(state.lines, container.lastLine);
  if (position !== undefined) position.end = end;
  if (container.kind !== 'list') return;
  endItem(state, container);
  closeList(container);
}
