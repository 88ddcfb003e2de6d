export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const HASH = 35;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const LEFT_PAREN = 40;
export const RIGHT_PAREN = 41;
export const STAR = 42;
export const PLUS = 43;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const LEFT_BRACKET = 91;
export const BACKSLASH = 92;
export const RIGHT_BRACKET = 93;
export const CARET = 94;
export const UNDERSCORE = 95;
export const BACKTICK = 96;
export const LEFT_BRACE = 123;
export const PIPE = 124;
export const TILDE = 126;

const PUNCTUATION = /[\p{P}\p{S}]/u;
const WHITESPACE = /\s/;

/** What stands beside a run of marks; outside the text counts as whitespace. */
export type CharacterClass = 'whitespace' | 'punctuation' | 'other';

/** The class of one UTF-16 unit: half of a surrogate pair is neither space nor punctuation. */
export function classOf(code: number): CharacterClass {
  if (code < 128) {
    if (code === SPACE || (code >= TAB && code <= CR)) return 'whitespace';
    return isAsciiPunctuation(code) ? 'punctuation' : 'other';
  }
  if (Number.isNaN(code)) return 'whitespace';
  const character = String.fromCharCode(code);
  if (WHITESPACE.test(character)) return 'whitespace';
  return PUNCTUATION.test(character) ? 'punctuation' : 'other';
}

export function isAsciiPunctuation(code: number): boolean {
  return (
    (code > 32 && code < 48) ||
    (code > 57 && code < 65) ||
    (code > 90 && code < 97) ||
    (code > 122 && code < 127)
  );
}

export function isAlpha(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91);
}

export function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

export function isAlphanumeric(code: number): boolean {
  return isAlpha(code) || isDigit(code);
}

export function isSpaceOrTab(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isLineEnding(code: number): boolean {
  return code === LF || code === CR;
}

/** A space, a tab or the end of a line; other white space has no meaning in Markdown. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === LF || code === CR;
}

export function isControl(code: number): boolean {
  return code < 32 || code === 127;
}

/** The offset of the first character from `at` on that is neither space nor tab. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (isSpaceOrTab(text.charCodeAt(end))) end++;
  return end;
}

export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}

/** The end of the run of `code` that begins at `at`. */
export function skipRun(text: string, at: number, code: number): number {
  let end = at;
  while (text.charCodeAt(end) === code) end++;
  return end;
}

/** Where `[from, to)` ends without the spaces and tabs at its end. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpaceOrTab(text.charCodeAt(end - 1))) end--;
  return end;
}
