import {quotePromqlString} from './go-quote';
import {accept, acceptPattern, emit, isAlphaNumeric, lexError, next, peek} from './lex-token';
import type {Lexer} from './lex';
import type {Token} from './token';

const DECIMAL = '0123456789';
const HEXADECIMAL = `${DECIMAL}abcdefABCDEF`;

export function scanNumberOrDuration(lexer: Lexer): Token {
  if (scanNumber(lexer)) return emit(lexer, 'number');
  if (scanDurationUnits(lexer)) return emit(lexer, 'duration');
  const read = lexer.text.slice(lexer.start, lexer.pos);
  return lexError(lexer, `bad number or duration syntax: ${quotePromqlString(read)}`);
}

/**
 * Takes everything that looks like a number; whether it is one shows later. An `e` right after
 * the first hexadecimal digit reads as an exponent, as it does in Prometheus.
 */
function scanNumber(lexer: Lexer): boolean {
  const from = lexer.pos;
  const hexadecimal = accept(lexer, '0') && accept(lexer, 'xX');
  if (hexadecimal) accept(lexer, '_');
  const digits = hexadecimal ? HEXADECIMAL : DECIMAL;
  accept(lexer, '.');
  accept(lexer, digits);
  if (!scanTail(lexer, digits)) return false;
  return lexer.pos > from && !isAlphaNumeric(peek(lexer));
}

function scanTail(lexer: Lexer, digits: string): boolean {
  let gotDot = false;
  let gotExponent = false;
  for (;;) {
    if (accept(lexer, '.')) {
      if (gotDot || accept(lexer, '_.') || digits === HEXADECIMAL) return false;
      gotDot = true;
    } else if (accept(lexer, 'eE')) {
      if (gotExponent) return false;
      gotExponent = true;
      accept(lexer, '+-');
      if (accept(lexer, '._eE') || peek(lexer) === undefined) return false;
    } else if (accept(lexer, '_')) {
      if (accept(lexer, '._eE') || peek(lexer) === undefined) return false;
    } else if (acceptPattern(lexer, run(digits)) === '') {
      return true;
    }
  }
}

function run(digits: string): RegExp {
  return digits === HEXADECIMAL ? /[0-9a-fA-F]+/y : /[0-9]+/y;
}

/** Units that do not exist, such as `hs`, are told when the duration is read. */
function scanDurationUnits(lexer: Lexer): boolean {
  if (acceptPattern(lexer, /[smhdwy]s?(?:[0-9]+[smhdw]s?)*/y) === '') return false;
  if (acceptPattern(lexer, /[0-9]+/y) !== '') return false;
  if (!isAlphaNumeric(peek(lexer))) return true;
  next(lexer);
  return false;
}
