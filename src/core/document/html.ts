import type {Html} from 'mdast';
import type {Comment} from './markdown-document';
import type {PlaceIndex} from './place';

/** The values of `id` and `name` in a piece of HTML. */
export function htmlAnchors(html: string): readonly string[] {
  const attributes = html.matchAll(
    /<[a-z][^>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
  );
  return Array.from(attributes, match => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The comments in a piece of HTML; one that is never closed ends with the piece. */
export function htmlComments(node: Html, places: PlaceIndex): readonly Comment[] {
  const base = node.position?.start.offset ?? 0;
  return Array.from(node.value.matchAll(/<!--([\s\S]*?)(?:-->|$)/g), match => ({
    kind: 'comment',
    text: match[1] ?? '',
    span: places.span(base + match.index, base + match.index + match[0].length),
  }));
}
