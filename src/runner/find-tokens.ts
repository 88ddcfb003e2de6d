import {beginningPattern, startFinder, tokenPatterns} from './token-patterns';
import type {TokenPatterns} from './token-patterns';
import {TOKEN_SHAPES} from './token-shapes';

/** How much of the end of a text may be a token that goes on, in characters; no bounded shape is longer. */
export const LONGEST_TOKEN = 8192;

export type Token = {
  readonly start: number;
  readonly end: number;
  /** The beginning that stays to be read. */
  readonly kept: string;
  /** A class of the characters of the token. */
  readonly characters: string;
};

/** Shapes whose keys have a sign of their own are looked for by it, the others all at once. */
const ALL = TOKEN_SHAPES.map(tokenPatterns);
const SIGNED = ALL.filter(({shape}) => shape.sign !== undefined);
const UNSIGNED = ALL.filter(({shape}) => shape.sign === undefined);
const STARTS = TOKEN_SHAPES.flatMap(({starts}) => starts);
const hasUnsigned = startFinder(UNSIGNED.flatMap(({shape}) => shape.starts));
const beginning = beginningPattern(STARTS);
const LONGEST_START = Math.max(...STARTS.map(start => start.length));

/** The tokens of a text in order, none within another. */
export function findTokens(text: string, {from}: {readonly from: number}): readonly Token[] {
  const found = [
    ...SIGNED.filter(({shape}) => text.includes(shape.sign ?? '')),
    ...(hasUnsigned(text) ? UNSIGNED : []),
  ].flatMap(patterns => tokensOf(patterns, text, from));
  let end = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(token => {
      if (token.start < end) return false;
      end = token.end;
      return true;
    });
}

function tokensOf({shape, token}: TokenPatterns, text: string, from: number): readonly Token[] {
  if (!shape.starts.some(start => text.includes(start))) return [];
  token.lastIndex = from;
  const tokens: Token[] = [];
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const {0: found, 1: kept = '', index} = match;
    const {characters} = shape;
    tokens.push({start: index, end: index + found.length, kept, characters});
  }
  return tokens;
}

/** Where a token begins of which the end is not in the text yet; the end of the text if none does. */
export function openTokenStart(text: string, {from}: {readonly from: number}): number {
  const tailStart = Math.max(from, text.length - LONGEST_TOKEN);
  const tail = text.slice(tailStart);
  const opened = [...SIGNED, ...(hasUnsigned(tail) ? UNSIGNED : [])]
    .filter(({shape}) => shape.starts.some(start => tail.includes(start)))
    .map(({open}) => indexOf(open, text, tailStart));
  const begun = indexOf(beginning, text, Math.max(from, text.length - LONGEST_START));
  return Math.min(begun, ...opened);
}

function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
