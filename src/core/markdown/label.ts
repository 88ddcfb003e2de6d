import {BACKSLASH, LEFT_BRACKET, RIGHT_BRACKET, isBlank} from './characters';
import {giveUp} from './give-up';

/** Parsers differ in how they count towards the limit of 999 characters. */
const LONGEST = 900;

/** The end of the `[label]` at `from`: no bracket inside, and more than white space. */
export function readLabel(text: string, from: number): number | undefined {
  let hasText = false;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LEFT_BRACKET) return undefined;
    if (code === RIGHT_BRACKET) return hasText ? at + 1 : undefined;
    hasText ||= !isBlank(code);
    if (code === BACKSLASH && isEscapable(text.charCodeAt(at + 1))) at++;
    if (at - from > LONGEST) giveUp('a long label');
  }
  return undefined;
}

/** Labels are the same when they differ only in case and in white space. */
export function normalize(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

function isEscapable(code: number): boolean {
  return code === LEFT_BRACKET || code === BACKSLASH || code === RIGHT_BRACKET;
}
