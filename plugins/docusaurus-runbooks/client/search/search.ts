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

/**
 * Many runbooks share a command: behind its first mention come the other commands, then the same
 * one elsewhere, and then what is only told about it.
 */
function repeatsLast(documents: readonly SearchDocument[]): readonly SearchDocument[] {
  const first = documents.findIndex(({code}, at) => {
    return (
      code !== undefined && documents.some((other, index) => index > at && other.code === code)
    );
  });
  if (first === -1) return documents;
  const seen = new Set<string>();
  const tiers: [SearchDocument[], SearchDocument[], SearchDocument[]] = [[], [], []];
  for (const document of documents.slice(first)) {
    const {kind, code = ''} = document;
    const tier = seen.has(code) ? tiers[1] : tiers[0];
    (kind === 'section' ? tiers[2] : tier).push(document);
    if (code !== '') seen.add(code);
  }
  return [...documents.slice(0, first), ...tiers.flat()];
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
