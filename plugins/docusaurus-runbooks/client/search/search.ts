import MiniSearch from 'minisearch';
import type {SearchDocument} from './document';
import {tokenizeDocument, tokenizeQuery} from './tokenize';

export type Search = (query: string) => readonly SearchDocument[];

const LIMIT = 20;

/** Indexes the documents; the result finds the best ones for a query, the best first. */
export function createSearch(documents: readonly SearchDocument[]): Search {
  const index = new MiniSearch<SearchDocument & {readonly id: number}>({
    fields: ['name', 'title', 'page', 'code', 'prose'],
    tokenize: text => [...tokenizeDocument(text)],
    processTerm: term => term,
    searchOptions: {
      tokenize: text => [...tokenizeQuery(text)],
      combineWith: 'AND',
      prefix: true,
      fuzzy: term => (term.length > 3 && !term.startsWith('-') ? 0.2 : false),
      weights: {fuzzy: 0.1, prefix: 0.6},
      boost: {name: 6, title: 3, page: 2, code: 2},
    },
  });
  index.addAll(documents.map((document, id) => ({...document, id})));
  return query => {
    const found = index.search(query, {
      boostDocument: id => boostOf(documents[Number(id)], query.trim().toLowerCase()),
    });
    return repeatsLast(found.flatMap(({id}) => documents[Number(id)] ?? [])).slice(0, LIMIT);
  };
}

/** Many runbooks share a command: each is shown once before any is shown again. */
function repeatsLast(documents: readonly SearchDocument[]): readonly SearchDocument[] {
  const seen = new Set<string>();
  const repeats = new Set<SearchDocument>();
  for (const document of documents) {
    const {code} = document;
    if (code === undefined) continue;
    if (seen.has(code)) repeats.add(document);
    seen.add(code);
  }
  return [...documents.filter(document => !repeats.has(document)), ...repeats];
}

/** What can be done comes before what is told about it. */
const WEIGHTS: Readonly<Record<SearchDocument['kind'], number>> = {
  runbook: 2,
  command: 1.4,
  query: 1.4,
  manual: 0.8,
  page: 0.6,
  section: 0.25,
};

/** The exact alert is what an on-call engineer types; a phrase as written beats its scattered words. */
function boostOf(document: SearchDocument | undefined, query: string): number {
  if (document === undefined) return 1;
  const {kind, name = '', title = '', code = '', prose = '', page} = document;
  const names = name.toLowerCase().split(' ');
  if (kind === 'runbook' && names.includes(query)) return 100;
  const written = [name, title, code, prose, page].some(text => text.toLowerCase().includes(query));
  return (written ? 3 : 1) * WEIGHTS[kind];
}
