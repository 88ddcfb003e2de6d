import {emit, lexError} from './lex-token';
import type {Lexer} from './lex';
import type {Token} from './token';

export function scanOpenParen(lexer: Lexer): Token {
  lexer.parens.push(lexer.start);
  return emit(lexer, '(');
}

export function scanCloseParen(lexer: Lexer): Token {
  if (lexer.parens.pop() !== undefined) return emit(lexer, ')');
  return lexError(lexer, `unexpected right parenthesis ')'`);
}
