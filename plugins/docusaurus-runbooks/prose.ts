import type {MarkdownDocument} from '../../src/core';

/** What stands between two headings. */
export type ProseSection = {
  readonly heading: string | undefined;
  readonly anchor: string | undefined;
  /** The text without markup; the steps are not in it. */
  readonly prose: string;
  /** Code blocks that are no steps, here or elsewhere. */
  readonly code: string;
};

type Range = {readonly start: number; readonly end: number};

/**
 * The text of a page by its headings, with the page's own title left out. Reference pages repeat
 * the code of steps, which is found where the steps are: `stepCode`.
 */
export function proseSections(
  document: MarkdownDocument,
  stepCode: ReadonlySet<string> = new Set(),
): readonly ProseSection[] {
  const {headings, blocks, source} = document;
  const parts = headings.filter(({depth}) => depth > 1);
  const starts = [bodyStart(document), ...parts.map(({span}) => span.end.offset)];
  return starts
    .map((start, index): ProseSection => {
      const range = {start, end: parts[index]?.span.start.offset ?? source.length};
      const heading = parts[index - 1];
      return {
        heading: heading?.text,
        anchor: heading?.anchor,
        prose: plain(textOf(document, range)),
        code: blocks
          .filter(({span}) => isInside(range, span.start.offset))
          .filter(({text, step}) => step === undefined && !stepCode.has(text.trim()))
          .map(({text}) => text)
          .join('\n'),
      };
    })
    .filter(({heading, prose, code}) => heading !== undefined || prose !== '' || code !== '');
}

function bodyStart({frontMatter, headings, source}: MarkdownDocument): number {
  const title = headings.find(({depth}) => depth === 1);
  if (title !== undefined) return title.span.end.offset;
  if (frontMatter === undefined) return 0;
  const close = source.indexOf('\n', frontMatter.span.end.offset);
  return close === -1 ? source.length : close;
}

/** The source of a range without its blocks, manual steps and comments. */
function textOf({blocks, steps, comments, source}: MarkdownDocument, {start, end}: Range): string {
  const holes = [...blocks, ...steps, ...comments]
    .map(({span}) => ({start: span.start.offset, end: span.end.offset}))
    .filter(hole => hole.start >= start && hole.end <= end)
    .sort((a, b) => a.start - b.start);
  let text = '';
  let at = start;
  for (const hole of holes) {
    text += source.slice(at, Math.max(at, hole.start));
    at = Math.max(at, hole.end);
  }
  return text + source.slice(at, end);
}

function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
    .replace(/^\s*:::+\s*[\w-]*(?:\[([^\]]*)\])?/gm, '$1 ')
    .replace(/^\s*(?:>|[-*+]|\d+[.)]|\|?(?:\s*:?-{2,}:?\s*\|)+\s*$)/gm, ' ')
    .replace(/[`*|]|\\(?=[\W])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function isInside({start, end}: Range, offset: number): boolean {
  return offset >= start && offset < end;
}
