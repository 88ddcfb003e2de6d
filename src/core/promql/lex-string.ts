import {describeRune} from './go-quote';
import {emit, lexError, next, peek} from './lex-token';
import type {Lexer} from './lex';
import type {Token} from './token';

const OCTAL = {digits: 3, base: 8, max: 255};
const ESCAPE_WIDTHS: ReadonlyMap<string, typeof OCTAL> = new Map([
  ['x', {digits: 2, base: 16, max: 255}],
  ['u', {digits: 4, base: 16, max: 0x10ffff}],
  ['U', {digits: 8, base: 16, max: 0x10ffff}],
]);
const INVALID_RUNE = /^[\ufffd\ud800-\udfff]$/;

/** A string literal whose opening quote has been read. */
export function scanString(lexer: Lexer, quote: string): Token {
  for (;;) {
    const from = lexer.pos;
    const character = next(lexer);
    if (character === quote) return emit(lexer, 'string');
    if (character === undefined || (character === '\n' && quote !== '`')) {
      lexer.pos = from;
      return lexError(lexer, `unterminated ${quote === '`' ? 'raw' : 'quoted'} string`);
    }
    if (INVALID_RUNE.test(character)) {
      return lexError(lexer, 'invalid UTF-8 rune', {start: from, end: lexer.pos});
    }
    const mistake = character === '\\' && quote !== '`' ? scanEscape(lexer, quote) : undefined;
    if (mistake !== undefined) return lexError(lexer, mistake, {start: from, end: lexer.pos});
  }
}

/** Reads the rest of an escape sequence and says what is wrong with it. */
function scanEscape(lexer: Lexer, quote: string): string | undefined {
  const first = peek(lexer);
  if (first === undefined) return 'escape sequence not terminated';
  if (first === quote || 'abfnrtv\\'.includes(first)) {
    lexer.pos += 1;
    return undefined;
  }
  const octal = first >= '0' && first <= '7';
  const width = octal ? OCTAL : ESCAPE_WIDTHS.get(first);
  if (width === undefined) {
    if (first !== '\n') lexer.pos += first.length;
    return `unknown escape sequence ${describeRune(first)}`;
  }
  if (!octal) lexer.pos += 1;
  return scanCode(lexer, width);
}

function scanCode(lexer: Lexer, {digits, base, max}: typeof OCTAL): string | undefined {
  let code = 0;
  for (let left = digits; left > 0; left -= 1) {
    const character = peek(lexer);
    if (character === undefined) return 'escape sequence not terminated';
    const digit = /^[0-9A-Fa-f]$/.test(character) ? Number.parseInt(character, 16) : base;
    if (digit >= base) return `illegal character ${describeRune(character)} in escape sequence`;
    lexer.pos += 1;
    code = code * base + digit;
  }
  const surrogate = code >= 0xd800 && code < 0xe000;
  return code > max || surrogate ? 'escape sequence is an invalid Unicode code point' : undefined;
}
