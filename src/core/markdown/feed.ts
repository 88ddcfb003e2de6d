import {isSpaceOrTab, skipRun, skipSpaces} from './characters';
import {fencedCode} from './close';
import {restOfLine, takeColumns} from './cursor';
import {spanOnLine} from './lines';
import {type Fence, type HtmlBlock, type State, siblings} from './state';

/** Takes a line of a fenced block; true when it is the closing fence. */
export function fenceIsClosed(state: State, fence: Fence): boolean {
  const {cursor, lines} = state;
  if (isClosingFence(state, fence)) {
    const position = spanOnLine(lines, cursor.line, cursor.at, cursor.end);
    siblings(state).push(fencedCode(state, fence, position));
    return true;
  }
  takeColumns(cursor, fence.indent);
  fence.rows.push(restOfLine(cursor));
  return false;
}

/** Takes a line of an HTML block; true when it is the last. */
export function htmlIsClosed({cursor}: State, html: HtmlBlock): boolean {
  const row = restOfLine(cursor);
  html.rows.push(row);
  html.lastLine = cursor.line;
  return html.until?.test(row) ?? false;
}

function isClosingFence({cursor}: State, {marker, size}: Fence): boolean {
  const {source, text, end, indent} = cursor;
  if (indent >= 4 || source.charCodeAt(text) !== marker) return false;
  const behind = skipRun(source, text, marker);
  if (behind - text < size) return false;
  const next = source.charCodeAt(behind);
  return behind >= end || (isSpaceOrTab(next) && skipSpaces(source, behind) >= end);
}
