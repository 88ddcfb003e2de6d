import {
  AMPERSAND,
  DASH,
  DOT,
  LEFT_BRACKET,
  LEFT_PAREN,
  LESS,
  RIGHT_BRACKET,
  RIGHT_PAREN,
  SEMICOLON,
  UNDERSCORE,
  classOf,
  isAlpha,
} from './characters';
import {spend} from './give-up';
import type {Scanner} from './scanner';

/** Marks that end a bare URL when only such marks stand behind them. */
const TRAILING = new Set('!"\')*,.:;?_~');
const PATH_MARKS = new Set('!"&\')*,.:;<?]_~');

/** The end of a host; its last two parts hold no underscore. */
export function domainEnd(scanner: Scanner, from: number): number | undefined {
  const {text} = scanner;
  let isUnderscored = false;
  let wasUnderscored = false;
  let hasText = false;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === UNDERSCORE) {
      if (isTrail(scanner, at)) break;
      if (code === DOT) wasUnderscored = isUnderscored;
      isUnderscored = code === UNDERSCORE;
      continue;
    }
    if (code !== DASH && classOf(code) !== 'other') break;
    hasText = true;
  }
  return wasUnderscored || isUnderscored || !hasText ? undefined : at;
}

/** The end of what follows the host, without the marks that belong to the sentence. */
export function pathEnd(scanner: Scanner, from: number): number {
  const {text} = scanner;
  let opened = 0;
  let closed = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LEFT_PAREN) opened++;
    else if (code === RIGHT_PAREN && closed < opened) closed++;
    else if (PATH_MARKS.has(text.charAt(at))) {
      if (isTrail(scanner, at)) break;
      if (code === RIGHT_PAREN) closed++;
    } else if (classOf(code) === 'whitespace') break;
  }
  return at;
}

/** True when nothing but marks stands between here and the end of the word. */
function isTrail({text, budget}: Scanner, from: number): boolean {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === LESS || classOf(code) === 'whitespace') return true;
    spend(budget, 1);
    if (code === AMPERSAND) {
      const end = nameEnd(text, at + 1);
      if (end === at + 1 || text.charCodeAt(end) !== SEMICOLON) return false;
      at = end;
    } else if (code === RIGHT_BRACKET) {
      const next = text.charCodeAt(at + 1);
      const isEnd = next === LEFT_PAREN || next === LEFT_BRACKET || classOf(next) === 'whitespace';
      if (isEnd) return true;
    } else if (!TRAILING.has(text.charAt(at))) return false;
  }
}

function nameEnd(text: string, from: number): number {
  let at = from;
  while (isAlpha(text.charCodeAt(at))) at++;
  return at;
}
