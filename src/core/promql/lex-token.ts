import type {Lexer} from './lex';
import type {Token} from './token';
import type {Span} from './ast';

/** The character at the position, undefined at the end of the text. */
export function peek({text, pos}: Lexer): string | undefined {
  const code = text.codePointAt(pos);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

export function next(lexer: Lexer): string | undefined {
  const character = peek(lexer);
  lexer.pos += character?.length ?? 0;
  return character;
}

/** Takes the next character if it is one of `set`. */
export function accept(lexer: Lexer, set: string): boolean {
  const character = lexer.text[lexer.pos];
  if (character === undefined || !set.includes(character)) return false;
  lexer.pos += 1;
  return true;
}

/** Takes whatever the sticky pattern matches. */
export function acceptPattern(lexer: Lexer, pattern: RegExp): string {
  pattern.lastIndex = lexer.pos;
  const text = pattern.exec(lexer.text)?.[0] ?? '';
  lexer.pos += text.length;
  return text;
}

export function emit({text, start, pos}: Lexer, kind?: string): Token {
  const value = text.slice(start, pos);
  return {kind: kind ?? value, text: value, start, end: pos};
}

export function lexError(lexer: Lexer, message: string, span?: Span): Token {
  const {text, start, pos} = lexer;
  const {start: from, end} = span ?? {start, end: Math.max(pos, Math.min(start + 1, text.length))};
  return {kind: 'error', text: '', message, start: from, end};
}

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

export function isAlpha(character: string | undefined): boolean {
  return character !== undefined && /^[A-Za-z_]$/.test(character);
}

export function isAlphaNumeric(character: string | undefined): boolean {
  return isAlpha(character) || isDigit(character);
}
