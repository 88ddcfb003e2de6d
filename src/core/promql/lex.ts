import {scanInBraces} from './lex-braces';
import {scanDurationStart} from './lex-duration';
import {scanStatement} from './lex-statement';
import type {Token} from './token';

/** Where the lexer is; `mode` after `[` lasts until the first number. */
export type Lexer = {
  readonly text: string;
  pos: number;
  /** Start of the token being read. */
  start: number;
  readonly parens: number[];
  /** Offset of the open `{` or `[`, else -1. */
  brace: number;
  bracket: number;
  inDurationStart: boolean;
  gotColon: boolean;
};

export function createLexer(text: string): Lexer {
  return {
    text,
    pos: 0,
    start: 0,
    parens: [],
    brace: -1,
    bracket: -1,
    inDurationStart: false,
    gotColon: false,
  };
}

/** The next token; comments are skipped. After an `error` token there is nothing more to read. */
export function nextToken(lexer: Lexer): Token {
  skipSpace(lexer);
  lexer.start = lexer.pos;
  if (lexer.inDurationStart) return scanDurationStart(lexer);
  return lexer.brace >= 0 ? scanInBraces(lexer) : scanStatement(lexer);
}

function skipSpace(lexer: Lexer): void {
  const blank = lexer.inDurationStart ? /[ \t\n\r]*/y : /(?:[ \t\n\r]|#[^\n\r]*)*/y;
  blank.lastIndex = lexer.pos;
  blank.exec(lexer.text);
  lexer.pos = blank.lastIndex;
}
