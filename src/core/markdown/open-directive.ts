import type {Paragraph, PhrasingContent, RootContent} from 'mdast';
import {contentOfLine} from './content';
import type {DirectiveStart} from './directive';
import {DEEPEST, giveUp} from './give-up';
import {type Point, endOfLine, spanOnLine} from './lines';
import {type Directive, type State, siblings} from './state';

type Leaf = Extract<RootContent, {readonly type: 'leafDirective'}>;

export function openDirective(state: State, directive: DirectiveStart, start: Point): void {
  const {cursor, lines} = state;
  const {name, label, colons} = directive;
  const position = {start, end: endOfLine(lines, cursor.line)};
  if (directive.kind === 'leaf') {
    const node: Leaf = {type: 'leafDirective', name, attributes: {}, children: [], position};
    siblings(state).push(node);
    addLabel(state, label, node.children);
    return;
  }
  const node: Directive = {
    type: 'containerDirective',
    name,
    attributes: {},
    children: [],
    position,
  };
  siblings(state).push(node);
  if (label !== undefined) {
    const paragraph: Paragraph = {
      type: 'paragraph',
      data: {directiveLabel: true},
      children: [],
      position: spanOnLine(lines, cursor.line, label.start, label.end),
    };
    node.children.push(paragraph);
    addLabel(state, label, paragraph.children);
  }
  if (state.stack.length >= DEEPEST) giveUp('deep nesting');
  state.stack.push({kind: 'directive', node, colons, indent: cursor.indent});
}

function addLabel(
  {cursor, source, lines, jobs}: State,
  label: DirectiveStart['label'],
  children: PhrasingContent[],
): void {
  if (label === undefined || label.end - label.start <= 2) return;
  const span = {line: cursor.line, start: label.start + 1, end: label.end - 1};
  jobs.push({content: contentOfLine(source, lines, span), children, kind: 'text'});
}
