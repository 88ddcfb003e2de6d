import type {PhrasingContent} from 'mdast';
import {
  AMPERSAND,
  BACKSLASH,
  BACKTICK,
  BANG,
  COLON,
  CR,
  LEFT_BRACKET,
  LESS,
  LF,
  RIGHT_BRACKET,
  STAR,
  TILDE,
  UNDERSCORE,
  isAsciiPunctuation,
  isLineEnding,
  skipSpaces,
  trimEnd,
} from './characters';
import {readReference} from './character-reference';
import {takeAutolink} from './autolink';
import {closeBracket, openBracket} from './bracket';
import {takeCodeSpan} from './code-span';
import type {Content} from './content';
import type {Budget} from './give-up';
import {takeHtml} from './inline-html';
import {takeLiteral} from './literal';
import {resolve} from './resolve';
import {takeRun} from './run';
import {type Scanner, addNode, addText, flush} from './scanner';
import {takeTextDirective} from './text-directive';

export type InlineOptions = {
  readonly defined: ReadonlySet<string>;
  readonly budget: Budget;
  readonly kind: 'text' | 'cell';
  /** Where to begin: behind a check box. */
  readonly from: number;
};

/** Reads inline Markdown into nodes. */
export function parseInline(content: Content, options: InlineOptions): PhrasingContent[] {
  const {text} = content;
  const scanner: Scanner = {
    content,
    text,
    isCell: options.kind === 'cell',
    defined: options.defined,
    budget: options.budget,
    items: [],
    brackets: [],
    openTicks: new Set(),
    hasAt: text.includes('@'),
    hasProtocol: text.includes('://'),
    hasFailed: false,
    from: options.from,
    depth: 0,
  };
  let at = options.from;
  while (at < text.length) at = step(scanner, at);
  flush(scanner, trimEnd(text, scanner.from, text.length));
  return resolve(scanner, scanner.items, 'by appearance');
}

/** Takes what begins at `at`, or leaves the character to the text; returns where to go on. */
function step(scanner: Scanner, at: number): number {
  const code = scanner.text.charCodeAt(at);
  if (scanner.hasAt || code === 104 || code === 119 || code === 72 || code === 87) {
    const end = takeLiteral(scanner, at, code);
    if (end !== undefined) return end;
  }
  switch (code) {
    case LF:
    case CR:
      return takeLineEnding(scanner, at);
    case BACKSLASH:
      return takeEscape(scanner, at);
    case AMPERSAND:
      return takeReference(scanner, at);
    case STAR:
    case UNDERSCORE:
    case TILDE:
      return takeRun(scanner, at, code);
    case BACKTICK:
      return takeCodeSpan(scanner, at);
    case LESS:
      return takeAutolink(scanner, at) ?? takeHtml(scanner, at) ?? fail(scanner, at);
    case BANG:
      return scanner.text.charCodeAt(at + 1) === LEFT_BRACKET
        ? openBracket(scanner, at, 'image')
        : at + 1;
    case LEFT_BRACKET:
      return openBracket(scanner, at, 'link');
    case RIGHT_BRACKET:
      return closeBracket(scanner, at);
    case COLON:
      return takeTextDirective(scanner, at);
    default:
      return at + 1;
  }
}

function fail(scanner: Scanner, at: number): number {
  scanner.hasFailed = true;
  return at + 1;
}

/** White space at the end of a line is dropped, or is a break; that at the start is dropped. */
function takeLineEnding(scanner: Scanner, at: number): number {
  const {text, from} = scanner;
  const end = text.charCodeAt(at) === CR ? at + 2 : at + 1;
  const textEnd = trimEnd(text, from, at);
  const isBreak = hasBreak(text, textEnd, at);
  flush(scanner, textEnd);
  scanner.from = textEnd;
  if (isBreak) addNode(scanner, {node: {type: 'break'}, start: textEnd, end});
  else addText(scanner, {value: text.slice(at, end), start: at, end});
  scanner.from = skipSpaces(text, end);
  return scanner.from;
}

/** Two or more spaces, without a tab among them. */
function hasBreak(text: string, start: number, end: number): boolean {
  return end - start > 1 && !text.slice(start, end).includes('\t');
}

function takeEscape(scanner: Scanner, at: number): number {
  const {text} = scanner;
  const next = text.charCodeAt(at + 1);
  if (isLineEnding(next)) {
    const end = next === CR ? at + 3 : at + 2;
    addNode(scanner, {node: {type: 'break'}, start: at, end});
    scanner.from = skipSpaces(text, end);
    return scanner.from;
  }
  if (!isAsciiPunctuation(next)) return at + 1;
  flush(scanner, at);
  addText(scanner, {value: text.charAt(at + 1), start: at, end: at + 2});
  scanner.from = at + 2;
  return at + 2;
}

function takeReference(scanner: Scanner, at: number): number {
  const reference = readReference(scanner.text, at);
  if (reference === undefined) return at + 1;
  flush(scanner, at);
  addText(scanner, {value: reference.value, start: at, end: reference.end});
  scanner.from = reference.end;
  return reference.end;
}
