import {tokenizeQuery} from '../../../plugins/docusaurus-runbooks/client/search/tokenize';

const LENGTH = 160;
const BEFORE = 40;

/** One line of a text, around the first word of the query that it holds. */
export function snippetOf(text: string, query: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LENGTH) return line;
  const first = line.search(patternOf(query) ?? /^/);
  if (first < LENGTH - BEFORE) return `${cut(line, 0)} …`;
  return `… ${cut(line, first - BEFORE)} …`;
}

export type TextPart = {readonly at: number; readonly part: string; readonly isMatch: boolean};

/** Cuts a text where the words of the query are written in it, in any case. */
export function splitMatches(text: string, query: string): readonly TextPart[] {
  const pattern = patternOf(query);
  if (pattern === undefined) return [{at: 0, part: text, isMatch: false}];
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) parts.push({at, part: text.slice(at, match.index), isMatch: false});
    parts.push({at: match.index, part: match[0], isMatch: true});
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({at, part: text.slice(at), isMatch: false});
  return parts;
}

function patternOf(query: string): RegExp | undefined {
  const words = tokenizeQuery(query).toSorted((a, b) => b.length - a.length);
  if (words.length === 0) return undefined;
  const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`));
  return new RegExp(escaped.join('|'), 'gi');
}

/** Begins at a word, so that no identifier is shown without its head. */
function cut(line: string, from: number): string {
  const start = from === 0 ? 0 : line.indexOf(' ', from) + 1;
  return line.slice(start, start + LENGTH);
}
