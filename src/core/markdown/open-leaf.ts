import type {Heading} from 'mdast';
import {HASH, isSpaceOrTab, skipSpaces, trimEnd} from './characters';
import {closeLeaf} from './close';
import {contentOfLine} from './content';
import {restOfLine, takeColumns} from './cursor';
import {decode} from './character-reference';
import {openDirective} from './open-directive';
import {type Position, pointAt, spanOnLine} from './lines';
import {recognise} from './recognise';
import {giveUp} from './give-up';
import type {HtmlStart} from './html-block';
import {type Fence, type State, siblings} from './state';

/** Begins the block that the rest of the line begins, when no other is open. */
export function openLeaf(state: State): void {
  const {cursor, lines} = state;
  if (cursor.indent >= 4) return openIndented(state);
  const start = recognise(cursor, 'block');
  switch (start?.kind) {
    case undefined:
      return openParagraph(state);
    case 'heading':
      return addHeading(state, start.depth);
    case 'break':
      siblings(state).push({type: 'thematicBreak', position: spanOfRest(state)});
      return;
    case 'fence':
      state.leaf = openFence(state, start);
      return;
    case 'html':
      return openHtml(state, start);
    case 'container':
    case 'leaf':
      return openDirective(state, start, pointAt(lines, cursor.line, cursor.text));
  }
}

function openParagraph(state: State): void {
  const {line, text, end, indent} = state.cursor;
  const piece = {at: text, end, isSplitTab: false, isLazy: false, isIndented: false};
  state.leaf = {kind: 'paragraph', firstLine: line, indent, pieces: [piece]};
}

function openIndented(state: State): void {
  const {cursor, lines} = state;
  const start = pointAt(lines, cursor.line, cursor.at);
  takeColumns(cursor, 4);
  const rows = [restOfLine(cursor)];
  state.leaf = {kind: 'indented', start, rows, blanks: 0, lastLine: cursor.line};
}

/** A closing run of `#` behind white space is no part of the text. */
function addHeading(state: State, depth: number): void {
  const {cursor, source, lines} = state;
  const from = skipSpaces(source, cursor.text + depth);
  let to = trimEnd(source, from, cursor.end);
  let run = to;
  while (run > from && source.charCodeAt(run - 1) === HASH) run--;
  if (run === from || isSpaceOrTab(source.charCodeAt(run - 1))) to = trimEnd(source, from, run);
  const heading: Heading = {
    type: 'heading',
    depth: toDepth(depth),
    children: [],
    position: spanOfRest(state),
  };
  siblings(state).push(heading);
  if (from >= to) return;
  const content = contentOfLine(source, lines, {line: cursor.line, start: from, end: to});
  state.jobs.push({content, children: heading.children, kind: 'text'});
}

function toDepth(depth: number): Heading['depth'] {
  switch (depth) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return depth;
    default:
      return 6;
  }
}

function openFence(
  {cursor, source, lines}: State,
  {marker, size}: {readonly marker: number; readonly size: number},
): Fence {
  const start = pointAt(lines, cursor.line, cursor.text);
  const info = skipSpaces(source, cursor.text + size);
  let infoEnd = info;
  while (infoEnd < cursor.end && !isSpaceOrTab(source.charCodeAt(infoEnd))) infoEnd++;
  const meta = Math.min(skipSpaces(source, infoEnd), cursor.end);
  return {
    kind: 'fence',
    start,
    marker,
    size,
    indent: cursor.indent,
    lang: info < infoEnd ? decode(source.slice(info, infoEnd)) : null,
    meta: meta < cursor.end ? decode(source.slice(meta, cursor.end)) : null,
    rows: [],
  };
}

function openHtml(state: State, {until, from}: HtmlStart): void {
  const {cursor, source, lines} = state;
  if (cursor.pending > 0) giveUp('HTML behind a part of a tab');
  const rows = [restOfLine(cursor)];
  const start = pointAt(lines, cursor.line, cursor.at);
  state.leaf = {kind: 'html', start, until, rows, lastLine: cursor.line};
  if (until?.test(source.slice(from, cursor.end)) ?? false) closeLeaf(state, 'next block');
}

function spanOfRest({lines, cursor}: State): Position {
  return spanOnLine(lines, cursor.line, cursor.text, cursor.end);
}
