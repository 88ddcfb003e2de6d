import {remark} from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import type {Root} from 'mdast';
import {parseMarkdown} from '../markdown';
import {fromMdast} from './from-mdast';
import type {Input} from './input';
import type {MarkdownDocument} from './markdown-document';
import {tooDeepAt} from './nesting';
import {indexPlaces} from './place';
import type {Problem, ProblemCode} from './problem';

/** `path` names the file in findings and gives the runbook its slug; `.mdx` is read as MDX. */
export type ParseOptions = {
  readonly path: string;
  /** Inputs that the page may use without declaring them; its own of the same name win. */
  readonly inputs?: readonly Input[];
};

/**
 * Reads a Markdown file, whatever it holds: what is wrong with it becomes `problems`. The syntax
 * is that of Docusaurus: CommonMark with GFM, front matter and directives.
 */
export function parseRunbook(source: string, options: ParseOptions): MarkdownDocument {
  const text = source.replace(/^\uFEFF/, '');
  if (!options.path.endsWith('.mdx')) return parseAsMarkdown(text, options);
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep(text, options, deep);
  const {tree, problem} = attempt(mdx, text, 'unreadable-mdx');
  if (tree !== undefined) return fromMdast(tree, text, options);
  const document = parseAsMarkdown(text, options);
  return {...document, problems: [problem, ...document.problems]};
}

const markdown = remark()
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkDirective)
  .use(remarkGfm)
  .freeze();
const mdx = markdown().use(remarkMdx).freeze();

/** Our own parser reads what pages hold; remark reads the rest, and is held to what it can read. */
function parseAsMarkdown(text: string, options: ParseOptions): MarkdownDocument {
  const own = parseMarkdown(text);
  if (own !== undefined) return fromMdast(own, text, options);
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep(text, options, deep);
  const {tree, problem} = attempt(markdown, text, 'too-deep');
  return tree === undefined ? unread(text, options, problem) : fromMdast(tree, text, options);
}

function tooDeep(text: string, options: ParseOptions, deep: number): MarkdownDocument {
  const found = 'nesting deeper than 100 levels';
  return unread(text, options, problemAt(text, deep, {code: 'too-deep', found}));
}

/** A file that no parser can take: nothing of it is known but the reason. */
function unread(text: string, options: ParseOptions, problem: Problem): MarkdownDocument {
  return {...fromMdast({type: 'root', children: []}, text, options), problems: [problem]};
}

type Attempt =
  | {readonly tree: Root; readonly problem?: never}
  | {readonly tree?: never; readonly problem: Problem};

/** Parsers throw: on what is no MDX, and by running out of stack. */
function attempt(processor: {parse(text: string): Root}, text: string, code: ProblemCode): Attempt {
  try {
    return {tree: processor.parse(text)};
  } catch (error) {
    const place = error instanceof Error && 'place' in error ? error.place : undefined;
    const found = error instanceof Error ? error.message : String(error);
    return {problem: problemAt(text, offsetOf(place), {code, found})};
  }
}

function problemAt(
  text: string,
  offset: number,
  {code, found}: {readonly code: ProblemCode; readonly found: string},
): Problem {
  const expected = code === 'unreadable-mdx' ? 'MDX' : 'less nesting';
  return {kind: 'problem', code, span: indexPlaces(text).span(offset, offset), found, expected};
}

function offsetOf(place: unknown): number {
  if (typeof place !== 'object' || place === null) return 0;
  const point = 'start' in place ? place.start : place;
  if (typeof point !== 'object' || point === null || !('offset' in point)) return 0;
  return typeof point.offset === 'number' ? point.offset : 0;
}
