import type {SecretShape} from '../core';

export type TokenPatterns = {
  readonly shape: SecretShape;
  /** A whole token; the first group that took part is what stays to be read. */
  readonly token: RegExp;
  /** A token that has begun and reaches the end of the text. */
  readonly open: RegExp;
};

export function tokenPatterns(shape: SecretShape): TokenPatterns {
  const starts = shape.starts.map(atBorder).join('|');
  return {
    shape,
    token: new RegExp(shape.pattern.source, 'g'),
    open: new RegExp(`(?:${starts})${shape.characters}*$`, 'g'),
  };
}

/** Matches where a text ends within what tokens begin with. */
export function beginningPattern(starts: readonly string[]): RegExp {
  return new RegExp(`(?:${starts.flatMap(beginningsOf).map(atBorder).join('|')})$`, 'g');
}

/**
 * True where a text may hold one of the starts. Capitals are rare enough in output that a search for
 * each is faster than one pattern; small letters are not.
 */
export function startFinder(starts: readonly string[]): (text: string) => boolean {
  const isRare = (start: string) => /^[A-Zx]/.test(start);
  const rare = sharedBeginnings(starts.filter(isRare));
  const joined = starts.filter(start => !isRare(start) && start.includes('_'));
  const common = starts.filter(start => !isRare(start) && !start.includes('_'));
  const joinedPattern = anyOf(joined);
  const commonPattern = anyOf(common);
  return text =>
    rare.some(start => text.includes(start)) ||
    (joined.length > 0 && text.includes('_') && joinedPattern.test(text)) ||
    (common.length > 0 && commonPattern.test(text));
}

/** Starts that differ only behind their first three characters are looked for once, by what they share. */
function sharedBeginnings(starts: readonly string[]): readonly string[] {
  const shared = new Map<string, string>();
  for (const start of starts) {
    const key = start.slice(0, 3);
    shared.set(key, commonBeginning(shared.get(key) ?? start, start));
  }
  return [...shared.values()];
}

function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

function anyOf(starts: readonly string[]): RegExp {
  return new RegExp(starts.map(literal).join('|'));
}

/** A word is never the middle of another one. */
function atBorder(start: string): string {
  return /^\w/.test(start) ? `\\b${literal(start)}` : literal(start);
}

/** A prompt may end with a colon, which alone is no reason to hold it back. */
function beginningsOf(start: string): readonly string[] {
  const shortest = start.startsWith(':') ? 2 : 1;
  return Array.from({length: start.length - shortest}, (_, index) =>
    start.slice(0, index + shortest),
  );
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
