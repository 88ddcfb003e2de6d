import {LEFT_BRACKET, RIGHT_BRACKET} from './characters';
import {closeContainers, closeLeaf} from './close';
import {continueContainers} from './continue-containers';
import {type Cursor, isBlankFrom, measure, restOfLine, startLine, takeColumns} from './cursor';
import {fenceIsClosed, htmlIsClosed} from './feed';
import {giveUp} from './give-up';
import {openContainers} from './open-containers';
import {openLeaf} from './open-leaf';
import {recognise} from './recognise';
import {setextDepth, turnIntoHeading} from './setext';
import type {State} from './state';
import {addRow, turnIntoTable} from './table';

/** Reads lines from `firstLine` on into blocks; inline text waits in `state.jobs`. */
export function parseBlocks(state: State, firstLine: number): void {
  const count = state.lines.starts.length;
  for (let line = firstLine; line < count; line++) readLine(state, line);
  closeContainers(state, 0, 'end of text');
}

function readLine(state: State, line: number): void {
  const {cursor, stack} = state;
  startLine(cursor, line);
  state.markedDepth = 0;
  const matched = continueContainers(state);
  if (matched === undefined) return;
  const opened = openContainers(state, matched);
  const isLazy = !opened && matched.depth < stack.length;
  const depth = isLazy ? matched.depth : stack.length;
  measure(cursor);
  if (isBlankFrom(cursor) && !isBlankCode(state, isLazy)) {
    readBlank(state, depth);
    markEnds(state, 'markers');
    return;
  }
  if (isLazy) readLazy(state, depth);
  else readText(state);
  markEnds(state, 'text');
}

/** White space deep enough to be code behind code. */
function isBlankCode({leaf, cursor}: State, isLazy: boolean): boolean {
  return !isLazy && leaf?.kind === 'indented' && cursor.indent >= 4;
}

function readBlank(state: State, depth: number): void {
  const {leaf, cursor} = state;
  if (depth < state.stack.length) {
    // Where the text ends behind a marker, no line tells the containers inside it that they end.
    const isEnd = cursor.at >= state.source.length && cursor.pending === 0;
    if (!isEnd) closeContainers(state, depth, 'lazy line');
    return;
  }
  if (leaf === undefined) return;
  if (leaf.kind === 'indented') leaf.blanks++;
  else if (leaf.kind === 'fence') readText(state);
  else if (leaf.kind === 'html' && leaf.until !== undefined) {
    leaf.rows.push(restOfLine(cursor));
    leaf.lastLine = cursor.line;
  } else closeLeaf(state, 'next block');
}

/** A line that is not in all containers goes on with the paragraph in them, or ends them. */
function readLazy(state: State, depth: number): void {
  const {cursor} = state;
  if (state.leaf?.kind === 'paragraph' && !interrupts(state, 'lazy')) {
    addLine(state, 'lazy');
    return;
  }
  closeContainers(state, depth, 'lazy line');
  openLeaf(state);
  // Code that begins here takes no further line, and no list is held to interrupt it.
  if (state.leaf?.kind === 'indented') closeLeaf(state, 'next block');
  if (state.leaf?.kind === 'paragraph' && mayBeCheckBox(cursor))
    giveUp('a check box on a lazy line');
}

function mayBeCheckBox({source, text}: Cursor): boolean {
  return source.charCodeAt(text) === LEFT_BRACKET && source.charCodeAt(text + 2) === RIGHT_BRACKET;
}

function readText(state: State): void {
  const {leaf, cursor} = state;
  if (leaf === undefined) return openLeaf(state);
  switch (leaf.kind) {
    case 'fence':
      if (fenceIsClosed(state, leaf)) state.leaf = undefined;
      return;
    case 'html':
      if (htmlIsClosed(state, leaf)) closeLeaf(state, 'next block');
      return;
    case 'paragraph':
      return readInParagraph(state);
    case 'indented':
      if (cursor.indent < 4) break;
      while (leaf.blanks > 0) {
        leaf.rows.push('');
        leaf.blanks--;
      }
      takeColumns(cursor, 4);
      leaf.rows.push(restOfLine(cursor));
      leaf.lastLine = cursor.line;
      return;
    case 'table':
      if (cursor.indent >= 4 || recognise(cursor, 'block') !== undefined) break;
      return addRow(state, leaf.node);
  }
  closeLeaf(state, 'next block');
  openLeaf(state);
}

function readInParagraph(state: State): void {
  const depth = setextDepth(state.cursor);
  if (depth !== undefined) return turnIntoHeading(state, depth);
  if (interrupts(state, 'text')) {
    closeLeaf(state, 'next block');
    return openLeaf(state);
  }
  if (!turnIntoTable(state)) addLine(state, 'text');
}

function interrupts({cursor}: State, line: 'text' | 'lazy'): boolean {
  if (cursor.indent >= 4) return false;
  return recognise(cursor, line === 'lazy' ? 'lazy line' : 'paragraph') !== undefined;
}

function addLine({leaf, cursor}: State, line: 'text' | 'lazy'): void {
  if (leaf?.kind !== 'paragraph') return;
  leaf.pieces.push({
    at: cursor.at,
    end: cursor.end,
    isSplitTab: cursor.pending > 0,
    isLazy: line === 'lazy',
    isIndented: cursor.indent >= 4,
  });
}

/**
 * Notes how far the open containers reach. A quote and a list go on with every line that bears a
 * marker of a container, an item only with text and with markers inside it.
 */
function markEnds({stack, markedDepth, cursor}: State, line: 'text' | 'markers'): void {
  if (line === 'markers' && markedDepth === 0) return;
  stack.forEach((container, index) => {
    if (container.kind === 'directive') return;
    container.lastLine = cursor.line;
    if (container.kind !== 'list') return;
    if (line === 'text' || markedDepth > index + 1) container.itemLine = cursor.line;
  });
}
