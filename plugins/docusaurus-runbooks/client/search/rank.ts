import type {SearchDocument} from './document';

type Candidate = {readonly document: SearchDocument; readonly score: number};

/** Puts what a reader meant in front of what has the same words somewhere. */
export function ranked(candidates: readonly Candidate[], query: string): readonly SearchDocument[] {
  const words = query.trim().toLowerCase();
  const scored = candidates.map(({document, score}) => ({
    document,
    score: score * boostOf(document, words),
  }));
  scored.sort((a, b) => b.score - a.score);
  return repeatsLast(scored.map(({document}) => document));
}

/** The exact alert is what an on-call engineer types; a phrase as written beats its scattered words. */
function boostOf(document: SearchDocument, query: string): number {
  const {kind, name = '', title = '', code = '', prose = '', page} = document;
  const lower = name.toLowerCase();
  if (kind === 'alert' && lower === query) return 1e6;
  if (kind === 'runbook' && lower.split(' ').includes(query)) return 1e5;
  if (kind === 'metric' && lower === query) return 1e4;
  const written = [name, title, code, prose, page].some(text => text.toLowerCase().includes(query));
  return written ? 3 : 1;
}

/**
 * Many runbooks share a command: behind its first mention come the other commands, then the same
 * one elsewhere, and then what is only told about it.
 */
function repeatsLast(documents: readonly SearchDocument[]): readonly SearchDocument[] {
  const mentions = new Map<string, number>();
  for (const {code} of documents) {
    if (code !== undefined) mentions.set(code, (mentions.get(code) ?? 0) + 1);
  }
  const first = documents.findIndex(({code}) => code !== undefined && mentions.get(code) !== 1);
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
