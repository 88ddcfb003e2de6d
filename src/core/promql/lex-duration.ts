import {quoteRune} from './go-quote';
import {scanCloseParen, scanOpenParen} from './lex-parens';
import {scanNumberOrDuration} from './lex-number';
import {acceptPattern, emit, isDigit, lexError, next} from './lex-token';
import type {Lexer} from './lex';
import type {Token} from './token';

const WORDS = new Set(['step', 'range', 'min_of', 'max_of']);

/** Between `[` and the first number after it. */
export function scanDurationStart(lexer: Lexer): Token {
  const character = next(lexer);
  if (character === undefined) {
    const span = {start: lexer.bracket, end: lexer.bracket + 1};
    return lexError(lexer, 'unexpected end of input in duration expression', span);
  }
  if (isDigit(character) || (character === '.' && isDigit(lexer.text[lexer.pos]))) {
    lexer.pos = lexer.start;
    lexer.inDurationStart = false;
    return scanNumberOrDuration(lexer);
  }
  if ('+-*/%^,'.includes(character)) return emit(lexer);
  switch (character) {
    case ']':
      lexer.bracket = -1;
      lexer.inDurationStart = false;
      return emit(lexer);
    case ':':
      return lexError(lexer, 'unexpected colon before duration in duration expression');
    case '(':
      return scanOpenParen(lexer);
    case ')':
      return scanCloseParen(lexer);
    default:
      return scanDurationWord(
        lexer,
        `unexpected character in duration expression: ${quoteRune(character)}`,
      );
  }
}

/** `step`, `range` and the like, whose first character has been read, or the complaint. */
export function scanDurationWord(lexer: Lexer, complaint: string): Token {
  const span = {start: lexer.start, end: lexer.pos};
  acceptPattern(lexer, /[A-Za-z_]*/y);
  const word = lexer.text.slice(lexer.start, lexer.pos).toLowerCase();
  if (!WORDS.has(word)) return lexError(lexer, complaint, span);
  return emit(lexer, word);
}
