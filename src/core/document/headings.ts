import GithubSlugger from 'github-slugger';
import type {Heading as HeadingNode} from 'mdast';
import {toString} from 'mdast-util-to-string';
import type {Heading} from './markdown-document';
import type {PlaceIndex} from './place';

/** Gives each heading the anchor that Docusaurus gives it: its own `{#id}`, or a slug. */
export function readHeadings(
  nodes: readonly HeadingNode[],
  places: PlaceIndex,
): readonly Heading[] {
  const slugger = new GithubSlugger();
  return nodes.map(node => {
    const text = toString(node, {includeHtml: false}).trim();
    const explicit = commentId(node) ?? /\s*\{#((?:.(?!\{#|\}))*.)\}$/.exec(text)?.[1]?.trim();
    const shown = text.replace(/\s*\{#[^}]*\}$/, '');
    return {
      kind: 'heading',
      depth: node.depth,
      text: shown,
      anchor: explicit ?? slugger.slug(shown),
      span: places.span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
    };
  });
}

/** The other spelling of an explicit id: a comment that begins with `#` at the heading's end. */
function commentId(node: HeadingNode): string | undefined {
  const last = node.children.at(-1);
  if (last?.type !== 'html' && last?.type !== 'mdxTextExpression') return undefined;
  return /^(?:<!--|\/\*)\s*#(\S+)/.exec(last.value)?.[1];
}
