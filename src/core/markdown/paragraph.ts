import type {Definition, ListItem, Paragraph as ParagraphNode} from 'mdast';
import {LEFT_BRACKET, isSpaceOrTab, skipSpaces} from './characters';
import {type Content, contentOfLines, spanOf, startPoint} from './content';
import {readDefinition} from './definition';
import {giveUp} from './give-up';
import {endOfLine} from './lines';
import {normalize} from './label';
import {type Paragraph, type State, siblings} from './state';

/** Takes the definitions from the front of a paragraph; what is left is a paragraph. */
export function closeParagraph(state: State, leaf: Paragraph): void {
  const {source, lines, stack} = state;
  const {firstLine, pieces} = leaf;
  const content = contentOfLines(source, lines, {firstLine, pieces});
  const from = takeDefinitions(state, content);
  if (from >= content.text.length) return;
  const end = endOfLine(lines, firstLine + pieces.length - 1);
  const paragraph: ParagraphNode = {
    type: 'paragraph',
    children: [],
    position: {start: startPoint(content, from), end},
  };
  const parent = siblings(state);
  const top = stack.at(-1);
  const item = top?.kind === 'list' ? top.item : undefined;
  const isFirst = item !== undefined && parent.every(({type}) => type === 'definition');
  parent.push(paragraph);
  if (isFirst && from > 0) giveUp('a definition at the start of an item');
  const rest = from > 0 ? contentFrom(content, from) : content;
  state.jobs.push({
    content: rest,
    children: paragraph.children,
    kind: 'text',
    ...(isFirst && parent.length === 1 && mayBeTask(state, leaf, item)
      ? {task: {item, paragraph}}
      : {}),
  });
}

/** A check box stands right behind the marker, or where the next line begins. */
function mayBeTask(
  {source, lines}: State,
  {firstLine, indent}: Paragraph,
  item: ListItem,
): boolean {
  const line = (item.position?.start.line ?? 1) - 1;
  if (line === firstLine) return true;
  return indent === 0 && !isSpaceOrTab(source.charCodeAt((lines.ends[line] ?? 0) - 1));
}

function takeDefinitions(state: State, content: Content): number {
  const {text} = content;
  let from = 0;
  while (text.charCodeAt(from) === LEFT_BRACKET) {
    const found = readDefinition(text, from);
    if (found === undefined) return from;
    const isInDirective = state.stack.some(({kind}) => kind === 'directive');
    if (isInDirective) giveUp('a definition in a directive');
    if (content.hasSplitTab) giveUp('a definition with a part of a tab');
    const {label, source, url, title, end} = found;
    const identifier = normalize(source);
    state.defined.add(identifier);
    const definition: Definition = {
      type: 'definition',
      identifier: identifier.toLowerCase(),
      label,
      title,
      url,
      position: spanOf(content, from, end),
    };
    siblings(state).push(definition);
    from = skipSpaces(text, text.charCodeAt(end) === 13 ? end + 2 : end + 1);
  }
  return from;
}

/** The content without what stands before `from`. */
function contentFrom(content: Content, from: number): Content {
  let first = 0;
  while ((content.starts[first + 1] ?? Infinity) <= from) first++;
  const cut = content.starts.slice(first).map((start, index) => (index === 0 ? 0 : start - from));
  const origins = content.origins.slice(first);
  const [origin = 0] = origins;
  origins[0] = origin + from - (content.starts[first] ?? 0);
  return {
    ...content,
    text: content.text.slice(from),
    starts: cut,
    origins,
    firstLine: content.firstLine + first,
  };
}
