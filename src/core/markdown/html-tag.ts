import {
  APOSTROPHE,
  BACKTICK,
  COLON,
  DASH,
  DOT,
  EQUALS,
  GREATER,
  LESS,
  QUOTE,
  SLASH,
  UNDERSCORE,
  isAlpha,
  isAlphanumeric,
  isSpaceOrTab,
  skipSpaces,
} from './characters';

type Tag = {readonly nameEnd: number; readonly end: number; readonly isClosing: boolean};

/** Where a tag ends whose name ends at `nameEnd`, if it is complete on its line. */
export function completeTagEnd(source: string, {nameEnd, end, isClosing}: Tag): number | undefined {
  if (isClosing) return closeAt(source, skipSpaces(source, nameEnd), end);
  let at = nameEnd;
  for (;;) {
    at = skipSpaces(source, at);
    if (at >= end) return undefined;
    if (source.charCodeAt(at) === SLASH) return closeAt(source, at + 1, end);
    if (!isAttributeStart(source.charCodeAt(at))) return closeAt(source, at, end);
    while (at < end && isAttributePart(source.charCodeAt(at))) at++;
    const next = skipValues(source, at, end);
    if (next === undefined) return undefined;
    at = next;
  }
}

/** Skips `= value` behind the name of an attribute; a value may follow a value. */
function skipValues(source: string, from: number, end: number): number | undefined {
  let at = skipSpaces(source, from);
  while (at < end && source.charCodeAt(at) === EQUALS) {
    at = skipSpaces(source, at + 1);
    if (at >= end) return undefined;
    const code = source.charCodeAt(at);
    if (code === QUOTE || code === APOSTROPHE) return quotedEnd(source, at, end);
    if (code === LESS || code === EQUALS || code === GREATER || code === BACKTICK) return undefined;
    while (at < end && !endsValue(source.charCodeAt(at))) at++;
    at = skipSpaces(source, at);
  }
  return at;
}

function quotedEnd(source: string, open: number, end: number): number | undefined {
  const close = source.indexOf(source.charAt(open), open + 1);
  if (close < 0 || close + 1 >= end) return undefined;
  const code = source.charCodeAt(close + 1);
  return code === SLASH || code === GREATER || isSpaceOrTab(code) ? close + 1 : undefined;
}

function closeAt(source: string, at: number, end: number): number | undefined {
  return at < end && source.charCodeAt(at) === GREATER ? at + 1 : undefined;
}

export function isAttributeStart(code: number): boolean {
  return code === COLON || code === UNDERSCORE || isAlpha(code);
}

export function isAttributePart(code: number): boolean {
  return (
    code === DASH || code === DOT || code === COLON || code === UNDERSCORE || isAlphanumeric(code)
  );
}

function endsValue(code: number): boolean {
  return (
    isSpaceOrTab(code) ||
    code === QUOTE ||
    code === APOSTROPHE ||
    code === SLASH ||
    code === LESS ||
    code === EQUALS ||
    code === GREATER ||
    code === BACKTICK
  );
}
