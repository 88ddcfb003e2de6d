import {findTokens, openTokenStart} from './find-tokens';
import type {Token} from './find-tokens';
import type {Transform} from './redact';

/** The lines of a private key behind its first one. */
const KEY_LINES = /[A-Za-z0-9+/=\s]*/y;

/** Masks the tokens in a text that is complete. */
export function maskTokensIn(text: string, mask: string): string {
  return maskBefore(text, {border: text.length, from: 0, mask, isWhole: true}).text;
}

/**
 * Masks tokens that are known by their shape in a stream of bytes, also where one lies across the
 * border of two chunks. Holds back only an end that may be the beginning of a token.
 */
export function maskTokens(mask: string): Transform {
  const binaryMask = Buffer.from(mask, 'utf8').toString('latin1');
  /** What was held back, behind as much of what was passed on as tells whether a word begins. */
  let before = Buffer.alloc(0);
  let passed = 0;
  let scratch = Buffer.alloc(0);
  /** What still belongs to the token that was masked last. */
  let rest: RegExp | null = null;

  function pass(bytes: Uint8Array, {isWhole}: {readonly isWhole: boolean}): Uint8Array {
    const text = joined(before, bytes);
    const from = passed + (rest === null ? 0 : matchLength(rest, text, passed));
    if (rest !== null && from === text.length) return new Uint8Array();
    const border = isWhole
      ? text.length
      : Math.max(from, openTokenStart(text, {from: Math.max(0, from - 1)}));
    const masked = maskBefore(text, {border, from, mask: binaryMask, isWhole});
    const isSame = masked.count === 0 && from === before.length;
    rest = masked.rest;
    passed = Math.min(2, masked.end);
    before = Buffer.from(text.slice(masked.end - passed), 'latin1');
    return isSame ? bytes.subarray(0, masked.end - from) : Buffer.from(masked.text, 'latin1');
  }

  /** Strings that were joined are slower to search than one that is made of joined bytes. */
  function joined(first: Uint8Array, second: Uint8Array): string {
    const size = first.length + second.length;
    if (scratch.length < size) scratch = Buffer.allocUnsafeSlow(size);
    scratch.set(first);
    scratch.set(second, first.length);
    return scratch.toString('latin1', 0, size);
  }

  return {
    push: bytes => pass(bytes, {isWhole: false}),
    end: () => pass(new Uint8Array(), {isWhole: true}),
  };
}

type Masked = {
  readonly text: string;
  readonly count: number;
  /** How far the text was taken. */
  readonly end: number;
  readonly rest: RegExp | null;
};

function maskBefore(
  text: string,
  {
    border,
    from,
    mask,
    isWhole,
  }: {
    readonly border: number;
    readonly from: number;
    readonly mask: string;
    readonly isWhole: boolean;
  },
): Masked {
  let done = '';
  let count = 0;
  let end = from;
  let rest: RegExp | null = null;
  // A start such as `://` may have been passed on in part.
  for (const token of findTokens(text, {from: Math.max(0, from - 1)})) {
    if (token.start >= border) break;
    if (token.start < end - 1) continue;
    done += text.slice(end, token.start) + token.kept.slice(Math.max(0, end - token.start)) + mask;
    count++;
    end = token.end;
    rest = restOf(text, token, {isCut: end === text.length && !isWhole});
    if (rest === null) continue;
    end += matchLength(rest, text, end);
    if (end < text.length) rest = null;
  }
  const stop = Math.max(end, border);
  return {
    text: done + text.slice(end, stop),
    count,
    end: stop,
    rest,
  };
}

/** A token that reaches the end of what is known of a very long word goes on to the end of the word. */
function restOf(
  text: string,
  {start, characters}: Token,
  {isCut}: {readonly isCut: boolean},
): RegExp | null {
  if (text.startsWith('-----BEGIN', start)) return KEY_LINES;
  return isCut ? new RegExp(`${characters}*`, 'y') : null;
}

function matchLength(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0].length ?? 0;
}
