import type {AlignType, Table, TableCell, TableRow} from 'mdast';
import {BACKSLASH, LESS, PIPE, skipSpaces, trimEnd} from './characters';
import {closeLeaf} from './close';
import {contentOfLine} from './content';
import {giveUp} from './give-up';
import {endOfLine, pointAt, spanOnLine} from './lines';
import {type State, siblings} from './state';

const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Makes a table of the last line of the paragraph when this line is the row below its head. */
export function turnIntoTable(state: State): boolean {
  const {cursor, source, leaf, lines} = state;
  const align = readDelimiters(source.slice(cursor.text, cursor.end));
  if (align === undefined || leaf?.kind !== 'paragraph' || cursor.indent >= 4) return false;
  const head = leaf.pieces.at(-1);
  if (head === undefined || head.isIndented) return false;
  const line = cursor.line - 1;
  const start = skipSpaces(source, head.at);
  const cells = splitRow(source, start, head.end);
  if (cells.length !== align.length || source.slice(start, head.end).trim() === '|') return false;
  if (head.isLazy) giveUp('the head of a table on a lazy line');
  const isTag = source.charCodeAt(start) === LESS;
  if (isTag && leaf.pieces.length > 1) giveUp('a tag that begins the head of a table');
  leaf.pieces.pop();
  if (leaf.pieces.length > 0) closeLeaf(state, 'next block');
  const table: Table = {
    type: 'table',
    align,
    children: [],
    position: {start: pointAt(lines, line, start), end: endOfLine(lines, cursor.line)},
  };
  siblings(state).push(table);
  table.children.push(createRow(state, {line, start, end: head.end}, cells));
  state.leaf = {kind: 'table', node: table};
  return true;
}

export function addRow(state: State, table: Table): void {
  const {cursor, source, lines} = state;
  const {line, text: start, end} = cursor;
  table.children.push(createRow(state, {line, start, end}, splitRow(source, start, end)));
  if (table.position !== undefined) table.position.end = endOfLine(lines, line);
}

/** The alignments, if the line is made of dashes, colons and pipes and is no mere line of dashes. */
function readDelimiters(line: string): AlignType[] | undefined {
  if (!/^[|:-]/.test(line) || !/[|:]/.test(line) || !DELIMITERS.test(line)) return undefined;
  return line
    .replace(/^\||\|?[ \t]*$/g, '')
    .split('|')
    .map(cell => {
      const mark = cell.trim();
      if (mark.startsWith(':')) return mark.endsWith(':') ? 'center' : 'left';
      return mark.endsWith(':') ? 'right' : null;
    });
}

type Range = {readonly start: number; readonly end: number};

/** A cell reaches from its pipe to the next one; the last takes the pipe at the end of the row. */
function splitRow(source: string, start: number, end: number): readonly Range[] {
  const starts = [start];
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH && isEscapable(source.charCodeAt(at + 1))) at++;
    else if (code === PIPE && at > start) starts.push(at);
  }
  const last = starts.at(-1) ?? start;
  if (starts.length > 1 && skipSpaces(source, last + 1) >= end) starts.pop();
  return starts.map((from, index) => ({start: from, end: starts[index + 1] ?? end}));
}

function createRow(
  state: State,
  {line, start, end}: Range & {readonly line: number},
  cells: readonly Range[],
): TableRow {
  const {lines} = state;
  const children = cells.map(cell => createCell(state, line, cell));
  return {type: 'tableRow', children, position: spanOnLine(lines, line, start, end)};
}

function createCell({source, lines, jobs}: State, line: number, {start, end}: Range): TableCell {
  const position = spanOnLine(lines, line, start, end);
  const cell: TableCell = {type: 'tableCell', children: [], position};
  const hasPipe = source.charCodeAt(start) === PIPE;
  const from = skipSpaces(source, hasPipe ? start + 1 : start);
  let to = trimEnd(source, from, end);
  if (to > from && isClosingPipe(source, from, to)) to = trimEnd(source, from, to - 1);
  if (from >= to) return cell;
  const content = contentOfLine(source, lines, {line, start: from, end: to});
  jobs.push({content, children: cell.children, kind: 'cell'});
  return cell;
}

/** The pipe at the end of a row, if no backslash makes it text. */
function isClosingPipe(source: string, from: number, to: number): boolean {
  if (source.charCodeAt(to - 1) !== PIPE) return false;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH && isEscapable(source.charCodeAt(at + 1))) at++;
    else if (code === PIPE) return true;
  }
  return false;
}

function isEscapable(code: number): boolean {
  return code === BACKSLASH || code === PIPE;
}
