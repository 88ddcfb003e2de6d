import type {Nodes} from 'mdast';

/**
 * What a reader sees of a node, without markup. Pieces that look like directives (`10:30`) are
 * taken as written.
 */
export function plainText(node: Nodes, source: string): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'textDirective') {
    return source.slice(node.position?.start.offset, node.position?.end.offset);
  }
  if (!('children' in node)) return '';
  return node.children.map(child => plainText(child, source)).join('');
}
