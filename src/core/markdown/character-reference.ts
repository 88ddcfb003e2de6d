import {decodeNamedCharacterReference} from 'decode-named-character-reference';
import {
  BACKSLASH,
  HASH,
  SEMICOLON,
  isAlphanumeric,
  isAsciiPunctuation,
  isDigit,
} from './characters';

export type Reference = {readonly value: string; readonly end: number};

/** The character that `&…;` at `at` stands for. */
export function readReference(text: string, at: number): Reference | undefined {
  const numeric = text.charCodeAt(at + 1) === HASH;
  return numeric ? readNumeric(text, at + 2) : readNamed(text, at + 1);
}

/** The text with its escapes and character references replaced. */
export function decode(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) return text;
  let value = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && isAsciiPunctuation(text.charCodeAt(at + 1))) {
      value += text.slice(from, at);
      from = at + 1;
      at++;
    }
    const reference = code === 38 ? readReference(text, at) : undefined;
    if (reference !== undefined) {
      value += text.slice(from, at) + reference.value;
      from = reference.end;
      at = reference.end - 1;
    }
  }
  return value + text.slice(from);
}

function readNamed(text: string, start: number): Reference | undefined {
  const end = runEnd(text, start, 31, isAlphanumeric);
  if (end === start || text.charCodeAt(end) !== SEMICOLON) return undefined;
  const value = decodeNamedCharacterReference(text.slice(start, end));
  return value === false ? undefined : {value, end: end + 1};
}

function readNumeric(text: string, start: number): Reference | undefined {
  const isHex = /[xX]/.test(text.charAt(start));
  const from = isHex ? start + 1 : start;
  const end = isHex ? runEnd(text, from, 6, isHexDigit) : runEnd(text, from, 7, isDigit);
  if (end === from || text.charCodeAt(end) !== SEMICOLON) return undefined;
  return {
    value: characterOf(Number.parseInt(text.slice(from, end), isHex ? 16 : 10)),
    end: end + 1,
  };
}

function runEnd(
  text: string,
  start: number,
  most: number,
  isMember: (code: number) => boolean,
): number {
  let end = start;
  while (end - start < most && isMember(text.charCodeAt(end))) end++;
  return end;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code > 64 && code < 71) || (code > 96 && code < 103);
}

/** Control characters, surrogates and non-characters become the replacement character. */
function characterOf(code: number): string {
  const isForbidden =
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code > 126 && code < 160) ||
    (code > 55_295 && code < 57_344) ||
    (code > 64_975 && code < 65_008) ||
    code % 65_536 > 65_533 ||
    code > 1_114_111;
  return isForbidden ? '\uFFFD' : String.fromCodePoint(code);
}
