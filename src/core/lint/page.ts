import type {MarkdownDocument} from '../document';

/** What other files may ask about a page; the rest of it is forgotten once its rules have run. */
export type Page = Pick<MarkdownDocument, 'path' | 'source' | 'anchors' | 'headings'> & {
  readonly slug: string;
  /** The alerts that it is for, and the names of its inputs; none where it is no runbook. */
  readonly alerts: readonly string[];
  readonly inputs: readonly string[];
};

export function pageOf(document: MarkdownDocument): Page {
  const {path, source, anchors, headings, isRunbook, runbook} = document;
  const {slug, alerts, inputs} = runbook;
  if (!isRunbook) return {path, source, anchors, headings, slug, alerts: [], inputs: []};
  return {path, source, anchors, headings, slug, alerts, inputs: inputs.map(({name}) => name)};
}

/** Every page of the project, linted or not. */
export type Pages = {
  readonly at: (path: string) => Page | undefined;
  readonly all: readonly Page[];
};

export function indexPages(all: readonly Page[]): Pages {
  const byPath = new Map(all.map(page => [page.path, page]));
  return {at: path => byPath.get(path), all: [...byPath.values()]};
}
