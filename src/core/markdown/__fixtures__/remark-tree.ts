import type {Root} from 'mdast';
import {remark} from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';

const processor = remark()
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkDirective)
  .use(remarkGfm)
  .freeze();

/** The tree that ours has to equal. */
export function remarkTree(source: string): Root {
  return processor.parse(source);
}

/** A tree as text, so that a difference shows at its place and an absent field equals none. */
export function printed(tree: Root | undefined): string | undefined {
  return tree === undefined ? undefined : JSON.stringify(sorted(tree), null, 1);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, field]) => [key, sorted(field)]));
}
