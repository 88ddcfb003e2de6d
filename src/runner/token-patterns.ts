import type {SecretShape} from '../core';

export type TokenPatterns = {
  /** A whole token; the first group that took part is what stays to be read. */
  readonly token: RegExp;
  /** A token that has begun and reaches the end of the text. */
  readonly open: RegExp;
  /** The end of the text is a part of what a token begins with. */
  readonly beginning: RegExp;
  /** Characters of the longest start. */
  readonly longestStart: number;
};

/** One pattern for all shapes, because each pass over the output costs. */
export function tokenPatterns(shapes: readonly SecretShape[]): TokenPatterns {
  const starts = shapes.flatMap(shape => shape.starts);
  const opened = shapes.map(
    shape => `(?:${shape.starts.map(atBorder).join('|')})${shape.characters}*`,
  );
  return {
    token: new RegExp(shapes.map(({pattern}) => pattern.source).join('|'), 'g'),
    open: new RegExp(`(?:${opened.join('|')})$`, 'g'),
    beginning: new RegExp(`(?:${starts.flatMap(beginningsOf).map(atBorder).join('|')})$`, 'g'),
    longestStart: Math.max(...starts.map(start => start.length)),
  };
}

/** A word is never the middle of another one. */
function atBorder(start: string): string {
  const literal = start.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return /^\w/.test(start) ? `\\b${literal}` : literal;
}

/** A prompt may end with a colon, which alone is no reason to hold it back. */
function beginningsOf(start: string): readonly string[] {
  const shortest = start.startsWith(':') ? 2 : 1;
  return Array.from({length: start.length - shortest}, (_, index) =>
    start.slice(0, index + shortest),
  );
}
