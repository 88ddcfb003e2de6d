import type {MarkdownDocument, Span} from '../../document';

/** The text of a page at its old places, with code, HTML, front matter and addresses blanked. */
export function proseOf(document: MarkdownDocument): string {
  const {blocks, comments, html, frontMatter} = document;
  const spans = [...blocks, ...comments, ...html].map(({span}) => span);
  const all = frontMatter === undefined ? spans : [...spans, frontMatter.span];
  const text = blankSpans(document.source, all);
  return text
    .replace(/(?<!`)(`+)(?!`)[^`]*?(?<!`)\1(?!`)/g, blank)
    .replace(/\]\([^()\s]*\)/g, blank)
    .replace(/https?:\/\/\S+/g, blank);
}

function blankSpans(source: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const {start, end} of spans.toSorted((a, b) => a.start.offset - b.start.offset)) {
    if (start.offset < at) continue;
    parts.push(source.slice(at, start.offset), blank(source.slice(start.offset, end.offset)));
    at = end.offset;
  }
  return [...parts, source.slice(at)].join('');
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
