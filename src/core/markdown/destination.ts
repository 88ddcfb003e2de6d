import {
  BACKSLASH,
  GREATER,
  LEFT_PAREN,
  LESS,
  RIGHT_PAREN,
  isBlank,
  isControl,
  isLineEnding,
} from './characters';

export type Destination = {readonly value: string; readonly end: number};

/** The URL of a link: in angle brackets, or without spaces and with balanced parentheses. */
export function readDestination(
  text: string,
  from: number,
  deepest: number,
): Destination | undefined {
  return text.charCodeAt(from) === LESS ? readEnclosed(text, from) : readRaw(text, from, deepest);
}

function readEnclosed(text: string, from: number): Destination | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return {value: text.slice(from + 1, at), end: at + 1};
    if (code === LESS || isLineEnding(code)) return undefined;
    if (code === BACKSLASH && isEscapable(text.charCodeAt(at + 1), LESS, GREATER)) at++;
  }
  return undefined;
}

function readRaw(text: string, from: number, deepest: number): Destination | undefined {
  let open = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (open === 0 && (code === RIGHT_PAREN || isBlank(code))) break;
    if (isControl(code) || isBlank(code)) return undefined;
    if (code === LEFT_PAREN && ++open > deepest) return undefined;
    if (code === RIGHT_PAREN) open--;
    if (code === BACKSLASH && isEscapable(text.charCodeAt(at + 1), LEFT_PAREN, RIGHT_PAREN)) at++;
  }
  return at === from || open > 0 ? undefined : {value: text.slice(from, at), end: at};
}

function isEscapable(code: number, open: number, close: number): boolean {
  return code === open || code === close || code === BACKSLASH;
}
