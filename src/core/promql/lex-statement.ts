import {quoteRune} from './go-quote';
import {scanCloseParen, scanOpenParen} from './lex-parens';
import {scanDurationWord} from './lex-duration';
import {scanNumberOrDuration} from './lex-number';
import {scanString} from './lex-string';
import {acceptPattern, emit, isAlpha, isDigit, lexError, next, peek} from './lex-token';
import {wordKind} from './token';
import type {Lexer} from './lex';
import type {Token} from './token';

/** Outside braces. */
export function scanStatement(lexer: Lexer): Token {
  const character = next(lexer);
  if (character === undefined) return scanEnd(lexer);
  if (isDigit(character) || (character === '.' && isDigit(lexer.text[lexer.pos]))) {
    lexer.pos = lexer.start;
    return scanNumberOrDuration(lexer);
  }
  if (isAlpha(character) || character === ':') {
    return lexer.bracket < 0 ? scanWord(lexer) : scanInBrackets(lexer, character);
  }
  if (',*/%+-^@'.includes(character)) return emit(lexer);
  switch (character) {
    case '"':
    case "'":
    case '`':
      return scanString(lexer, character);
    case '=':
      return scanEqual(lexer);
    case '!':
      return scanNotEqual(lexer);
    case '<':
    case '>':
      acceptPattern(lexer, /[=/]/y);
      return emit(lexer);
    case '(':
      return scanOpenParen(lexer);
    case ')':
      return scanCloseParen(lexer);
    case '{':
      lexer.brace = lexer.start;
      return emit(lexer);
    case '[':
      return scanOpenBracket(lexer);
    case ']':
      return scanCloseBracket(lexer);
    default:
      return lexError(lexer, `unexpected character: ${quoteRune(character)}`);
  }
}

function scanEnd(lexer: Lexer): Token {
  const paren = lexer.parens.at(-1);
  if (paren !== undefined) {
    return lexError(lexer, 'unclosed left parenthesis', {start: paren, end: paren + 1});
  }
  if (lexer.bracket >= 0) {
    const span = {start: lexer.bracket, end: lexer.bracket + 1};
    return lexError(lexer, 'unclosed left bracket', span);
  }
  return emit(lexer, 'eof');
}

function scanWord(lexer: Lexer): Token {
  acceptPattern(lexer, /[A-Za-z0-9_:]*/y);
  const kind = wordKind(lexer.text.slice(lexer.start, lexer.pos));
  // The fill words became keywords late, so they stay names unless a parenthesis follows.
  if (!kind.startsWith('fill') || followedByParen(lexer)) return emit(lexer, kind);
  return emit(lexer, 'identifier');
}

function followedByParen({text, pos}: Lexer): boolean {
  const ahead = /[ \t\n\r]*\(/y;
  ahead.lastIndex = pos;
  return ahead.test(text);
}

function scanInBrackets(lexer: Lexer, character: string): Token {
  if (character !== ':') {
    const complaint = `unexpected character: ${quoteRune(character)}, expected ':'`;
    return scanDurationWord(lexer, complaint);
  }
  if (lexer.gotColon) return lexError(lexer, `unexpected colon ':'`);
  lexer.gotColon = true;
  return emit(lexer);
}

function scanEqual(lexer: Lexer): Token {
  if (peek(lexer) === '~') {
    lexer.pos += 1;
    return lexError(lexer, `unexpected character after '=': '~'`);
  }
  acceptPattern(lexer, /=/y);
  return emit(lexer);
}

function scanNotEqual(lexer: Lexer): Token {
  const follower = next(lexer);
  if (follower === '=') return emit(lexer);
  return lexError(lexer, `unexpected character after '!': ${quoteRune(follower)}`);
}

function scanOpenBracket(lexer: Lexer): Token {
  if (lexer.bracket >= 0) return lexError(lexer, `unexpected left bracket '['`);
  lexer.bracket = lexer.start;
  lexer.gotColon = false;
  lexer.inDurationStart = true;
  return emit(lexer);
}

function scanCloseBracket(lexer: Lexer): Token {
  if (lexer.bracket < 0) return lexError(lexer, `unexpected right bracket ']'`);
  lexer.bracket = -1;
  return emit(lexer);
}
