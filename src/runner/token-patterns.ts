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
  const rare = starts.filter(start => /^[A-Zx]/.test(start));
  const joined = starts.filter(start => !rare.includes(start) && start.includes('_'));
  const common = starts.filter(start => !rare.includes(start) && !joined.includes(start));
  const joinedPattern = anyOf(joined);
  const commonPattern = anyOf(common);
  return text =>
    rare.some(start => text.includes(start)) ||
    (joined.length > 0 && text.includes('_') && joinedPattern.test(text)) ||
    (common.length > 0 && commonPattern.test(text));
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
