import MiniSearch from 'minisearch';
import type {SearchOptions} from 'minisearch';
import type {SearchDocument, SearchFacet} from './document';
import {ranked} from './rank';
import {partsOf, tokenizeDocument, tokenizeQuery} from './tokenize';

/** The best documents for a query, the best first; of one kind where a facet is given. */
export type Search = (query: string, facet?: SearchFacet) => readonly SearchDocument[];

const LIMIT = 20;

/** So many are looked at twice: what scores lower does not reach the first twenty. */
const CANDIDATES = 200;

/** With fewer than these, words that are written a little differently count too. */
const FEW = 5;

/** What can be done comes before what is told about it. */
const WEIGHTS: Readonly<Record<SearchDocument['kind'], number>> = {
  alert: 3,
  runbook: 2,
  command: 1.4,
  query: 1.4,
  metric: 1,
  manual: 0.8,
  page: 0.6,
  section: 0.25,
};

type Index = MiniSearch<SearchDocument & {readonly id: number}>;

/** So many documents are indexed before the page may answer its reader again. */
const CHUNK = 200;

/** Indexes the documents at once. */
export function createSearch(documents: readonly SearchDocument[]): Search {
  const index = emptyIndex(documents);
  index.addAll(numbered(documents));
  return searchIn(index, documents);
}

/** The same in small pieces: thousands of runbooks take seconds, and a page has to stay alive. */
export async function prepareSearch(documents: readonly SearchDocument[]): Promise<Search> {
  const index = emptyIndex(documents);
  await index.addAllAsync(numbered(documents), {chunkSize: CHUNK});
  return searchIn(index, documents);
}

function emptyIndex(documents: readonly SearchDocument[]): Index {
  return new MiniSearch({
    fields: ['name', 'title', 'page', 'code', 'prose'],
    tokenize: text => [...tokenizeDocument(text)],
    processTerm: term => term,
    searchOptions: {
      tokenize: text => [...tokenizeQuery(text)],
      combineWith: 'AND',
      // A short word begins too many; the last one may not be typed to its end.
      prefix: (term, at, terms) => term.length > 2 || at === terms.length - 1,
      weights: {fuzzy: 0.1, prefix: 0.6},
      boost: {name: 6, title: 3, page: 2, code: 2},
      boostDocument: id => WEIGHTS[documents[Number(id)]?.kind ?? 'section'],
    },
  });
}

function numbered(documents: readonly SearchDocument[]) {
  return documents.map((document, id) => ({...document, id}));
}

function searchIn(index: Index, documents: readonly SearchDocument[]): Search {
  return (query, facet) => {
    const only: SearchOptions =
      facet === undefined ? {} : {filter: ({id}) => documents[Number(id)]?.kind === facet};
    const found = firstWithEnough(query, (text, options) =>
      index.search(text, {...options, ...only}),
    );
    const candidates = found.slice(0, CANDIDATES).flatMap(({id, score}) => {
      const document = documents[Number(id)];
      return document ? [{document, score}] : [];
    });
    return ranked(candidates, query).slice(0, LIMIT);
  };
}

/** As written; then with slips of the keyboard; then whatever has some part of it. */
function firstWithEnough<Found>(
  query: string,
  search: (text: string, options: SearchOptions) => readonly Found[],
): readonly Found[] {
  const exact = search(query, {});
  if (exact.length >= FEW || query.trim() === '') return exact;
  const near = search(query, {fuzzy: slips, maxFuzzy: 2});
  if (near.length > 0) return near;
  return search(partsOf(query).join(' '), {combineWith: 'OR', prefix: false});
}

function slips(term: string): number | false {
  return term.length > 3 && !term.startsWith('-') ? 0.2 : false;
}
