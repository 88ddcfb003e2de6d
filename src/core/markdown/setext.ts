import type {Heading} from 'mdast';
import {DASH, EQUALS, LEFT_BRACKET, skipRun, skipSpaces} from './characters';
import {contentOfLines} from './content';
import type {Cursor} from './cursor';
import {giveUp} from './give-up';
import {endOfLine, pointAt} from './lines';
import {type State, siblings} from './state';

/** The depth of the heading that a line of `=` or `-` makes of the paragraph above it. */
export function setextDepth({source, text, end, indent}: Cursor): 1 | 2 | undefined {
  const code = source.charCodeAt(text);
  if (indent >= 4 || (code !== EQUALS && code !== DASH)) return undefined;
  if (skipSpaces(source, skipRun(source, text, code)) < end) return undefined;
  return code === EQUALS ? 1 : 2;
}

export function turnIntoHeading(state: State, depth: 1 | 2): void {
  const {leaf, lines, source, cursor} = state;
  if (leaf?.kind !== 'paragraph') return;
  const {firstLine, pieces} = leaf;
  const from = pieces[0]?.at ?? 0;
  if (source.charCodeAt(from) === LEFT_BRACKET && mayDefine(state)) {
    giveUp('a definition above the line of a heading');
  }
  const start = pointAt(lines, firstLine, from);
  const end = endOfLine(lines, cursor.line);
  const heading: Heading = {type: 'heading', depth, children: [], position: {start, end}};
  siblings(state).push(heading);
  const content = contentOfLines(source, lines, {firstLine, pieces});
  state.jobs.push({content, children: heading.children, kind: 'text'});
  state.leaf = undefined;
}

function mayDefine({leaf, source}: State): boolean {
  if (leaf?.kind !== 'paragraph') return false;
  return source.slice(leaf.pieces[0]?.at, leaf.pieces.at(-1)?.end).includes(']:');
}
