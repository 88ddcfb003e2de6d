import {remark} from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import type {Root} from 'mdast';
import {fromMdast} from './from-mdast';
import type {MarkdownDocument} from './markdown-document';
import {indexPlaces} from './place';
import type {Problem, ProblemCode} from './problem';

/** `path` names the file in findings and gives the runbook its slug; `.mdx` is read as MDX. */
export type ParseOptions = {readonly path: string};

/**
 * Reads a Markdown file, whatever it holds: what is wrong with it becomes `problems`. The syntax
 * is that of Docusaurus: CommonMark with GFM, front matter and directives.
 */
export function parseRunbook(source: string, {path}: ParseOptions): MarkdownDocument {
  const text = source.replace(/^\uFEFF/, '');
  if (!path.endsWith('.mdx')) return parseAsMarkdown(text, {path});
  const {tree, problem} = attempt(mdx, text, 'unreadable-mdx');
  if (tree !== undefined) return fromMdast(tree, text, {path});
  const document = parseAsMarkdown(text, {path});
  return {...document, problems: [problem, ...document.problems]};
}

const markdown = remark()
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkDirective)
  .use(remarkGfm)
  .freeze();
const mdx = markdown().use(remarkMdx).freeze();

function parseAsMarkdown(text: string, {path}: ParseOptions): MarkdownDocument {
  const {tree, problem} = attempt(markdown, text, 'too-deep');
  if (tree !== undefined) return fromMdast(tree, text, {path});
  const empty = fromMdast({type: 'root', children: []}, text, {path});
  return {...empty, problems: [problem]};
}

type Attempt =
  | {readonly tree: Root; readonly problem?: never}
  | {readonly tree?: never; readonly problem: Problem};

/** Parsers throw: on what is no MDX, and by running out of stack on endless nesting. */
function attempt(processor: {parse(text: string): Root}, text: string, code: ProblemCode): Attempt {
  try {
    return {tree: processor.parse(text)};
  } catch (error) {
    const place = error instanceof Error && 'place' in error ? error.place : undefined;
    const offset = offsetOf(place);
    return {
      problem: {
        kind: 'problem',
        code,
        span: indexPlaces(text).span(offset, offset),
        found: error instanceof Error ? error.message : String(error),
        expected: code === 'unreadable-mdx' ? 'MDX' : 'less nesting',
      },
    };
  }
}

function offsetOf(place: unknown): number {
  if (typeof place !== 'object' || place === null) return 0;
  const point = 'start' in place ? place.start : place;
  if (typeof point !== 'object' || point === null || !('offset' in point)) return 0;
  return typeof point.offset === 'number' ? point.offset : 0;
}
