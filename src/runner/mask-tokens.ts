import type {Transform} from './redact';
import {tokenPatterns} from './token-patterns';
import {TOKEN_SHAPES} from './token-shapes';

/** What is held back at most while it may become a token, in bytes; no bounded shape is longer. */
const LONGEST = 8192;

/** The lines of a private key behind its first one. */
const KEY_LINES = /[A-Za-z0-9+/=\s]*/y;

const {token, open, beginning, longestStart} = tokenPatterns(TOKEN_SHAPES);

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
  let held = '';
  /** The last two characters that were passed on: whether a word begins is seen from them. */
  let context = '';
  /** What still belongs to the token that was masked last. */
  let rest: RegExp | null = null;

  function pass(bytes: Uint8Array, {isWhole}: {readonly isWhole: boolean}): Uint8Array {
    const text = context + held + latin1(bytes);
    const from = context.length + (rest === null ? 0 : matchLength(rest, text, context.length));
    const border = isWhole ? text.length : Math.max(from, openFrom(text, from));
    if (rest !== null && from === text.length) return new Uint8Array();
    const wasClean = held === '' && from === context.length;
    const masked = maskBefore(text, {border, from, mask: binaryMask, isWhole});
    rest = masked.rest;
    held = text.slice(masked.end);
    context = text.slice(Math.max(0, masked.end - 2), masked.end);
    if (wasClean && masked.count === 0) return bytes.subarray(0, masked.end - from);
    return Buffer.from(masked.text, 'latin1');
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
  token.lastIndex = Math.max(0, from - 1);
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const {0: found, index} = match;
    if (index >= border) break;
    const kept = match.slice(1).find(group => group !== undefined) ?? '';
    done += text.slice(end, index) + kept.slice(Math.max(0, end - index)) + mask;
    count++;
    end = index + found.length;
    rest = restOf(found, {isCut: end === text.length && !isWhole});
    if (rest === null) continue;
    end += matchLength(rest, text, end);
    if (end < text.length) rest = null;
    token.lastIndex = end;
  }
  const stop = Math.max(end, border);
  return {
    text: count === 0 && end === 0 && stop === text.length ? text : done + text.slice(end, stop),
    count,
    end: stop,
    rest,
  };
}

/** A token that reaches the end of what is known of a very long word goes on to the end of the word. */
function restOf(found: string, {isCut}: {readonly isCut: boolean}): RegExp | null {
  if (found.startsWith('-----BEGIN')) return KEY_LINES;
  const shape = TOKEN_SHAPES.find(({starts}) => starts.some(start => found.startsWith(start)));
  return isCut && shape !== undefined ? new RegExp(`${shape.characters}*`, 'y') : null;
}

/** Where a token begins of which the end has not been seen, or the end of the text. */
function openFrom(text: string, from: number): number {
  open.lastIndex = Math.max(from - 1, text.length - LONGEST, 0);
  const opened = open.exec(text);
  if (opened !== null) return opened.index;
  beginning.lastIndex = Math.max(from - 1, text.length - longestStart, 0);
  return beginning.exec(text)?.index ?? text.length;
}

function matchLength(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** One character a byte, so that output that is no UTF-8 passes unharmed. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
