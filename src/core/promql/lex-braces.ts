import {quoteRune} from './go-quote';
import {acceptPattern, emit, isAlpha, lexError, next, peek} from './lex-token';
import {scanString} from './lex-string';
import type {Lexer} from './lex';
import type {Token} from './token';

/** Inside `{…}`, where a keyword is a plain name. */
export function scanInBraces(lexer: Lexer): Token {
  const character = next(lexer);
  if (character === undefined) {
    const span = {start: lexer.brace, end: lexer.brace + 1};
    return lexError(lexer, 'unexpected end of input inside braces', span);
  }
  if (isAlpha(character)) {
    acceptPattern(lexer, /[A-Za-z0-9_]*/y);
    return emit(lexer, 'identifier');
  }
  switch (character) {
    case '"':
    case "'":
    case '`':
      return scanString(lexer, character);
    case ',':
      return emit(lexer);
    case '=':
      acceptPattern(lexer, /~/y);
      return emit(lexer);
    case '!':
      return scanNegation(lexer);
    case '{':
      return lexError(lexer, `unexpected left brace '{'`);
    case '}':
      lexer.brace = -1;
      return emit(lexer);
    default:
      return lexError(lexer, `unexpected character inside braces: ${quoteRune(character)}`);
  }
}

function scanNegation(lexer: Lexer): Token {
  if (acceptPattern(lexer, /[~=]/y) !== '') return emit(lexer);
  const message = `unexpected character after '!' inside braces: ${quoteRune(peek(lexer))}`;
  return lexError(lexer, message);
}
