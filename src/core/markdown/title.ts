import {APOSTROPHE, BACKSLASH, LEFT_PAREN, QUOTE} from './characters';
import {decode} from './character-reference';

/** `value` is null for a title without text. */
export type Title = {readonly value: string | null; readonly end: number};

/** A title in quotes or parentheses; it may have several lines, whose indents are no part of it. */
export function readTitle(text: string, from: number): Title | undefined {
  const open = text.charCodeAt(from);
  if (open !== QUOTE && open !== APOSTROPHE && open !== LEFT_PAREN) return undefined;
  const close = open === LEFT_PAREN ? open + 1 : open;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === close) {
      const raw = text.slice(from + 1, at).replace(/(\n)[ \t]+/g, '$1');
      return {value: raw === '' ? null : decode(raw), end: at + 1};
    }
    const next = text.charCodeAt(at + 1);
    if (code === BACKSLASH && (next === close || next === BACKSLASH)) at++;
  }
  return undefined;
}
