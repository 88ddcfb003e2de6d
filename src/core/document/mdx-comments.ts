import type {Nodes} from 'mdast';
import type {Comment} from './markdown-document';
import type {PlaceIndex} from './place';

/** What stands in braces in MDX, in a line of its own or in a text. */
export type MdxExpression = Extract<Nodes, {type: 'mdxFlowExpression' | 'mdxTextExpression'}>;

export function isMdxExpression(node: Nodes): node is MdxExpression {
  return node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
}

const COMMENT = /\/\*([\s\S]*?)\*\//g;

/** The comments of an expression that is nothing else; each has the place of the whole. */
export function mdxComments(
  {value, position}: MdxExpression,
  places: PlaceIndex,
): readonly Comment[] {
  if (value.replace(COMMENT, '').trim() !== '') return [];
  const span = places.span(position?.start.offset ?? 0, position?.end.offset ?? 0);
  return Array.from(value.matchAll(COMMENT), ({1: text = ''}) => ({kind: 'comment', text, span}));
}
