import {
  BACKTICK,
  BANG,
  DASH,
  EQUALS,
  GREATER,
  LESS,
  APOSTROPHE,
  QUESTION,
  QUOTE,
  SLASH,
  isAlpha,
  isAlphanumeric,
  isBlank,
  skipBlanks,
} from './characters';
import {giveUp, spend} from './give-up';
import {isAttributePart, isAttributeStart} from './html-tag';
import {type Scanner, addNode, refuseSplitTab} from './scanner';

/** Takes a tag, a comment, a declaration or an instruction inside text. */
export function takeHtml(scanner: Scanner, at: number): number | undefined {
  const {text} = scanner;
  const end = htmlEnd(scanner, at);
  if (end === undefined) return undefined;
  refuseSplitTab(scanner, at, end);
  const raw = text.slice(at, end);
  const value = raw.includes('\n') ? dedent(raw) : raw;
  return addNode(scanner, {node: {type: 'html', value}, start: at, end});
}

function htmlEnd(scanner: Scanner, at: number): number | undefined {
  const {text} = scanner;
  const next = text.charCodeAt(at + 1);
  if (isAlpha(next)) return openTagEnd(scanner, at + 1);
  if (next === SLASH) return closeTagEnd(text, at + 2);
  if (next === QUESTION) return endBehind(scanner, '?>', at + 2);
  if (next !== BANG) return undefined;
  if (text.startsWith('--', at + 2)) return endBehind(scanner, '-->', at + 2);
  if (text.startsWith('[CDATA[', at + 2)) return endBehind(scanner, ']]>', at + 9);
  return isAlpha(text.charCodeAt(at + 2)) ? endBehind(scanner, '>', at + 3) : undefined;
}

function endBehind({text, budget}: Scanner, mark: string, from: number): number | undefined {
  const found = text.indexOf(mark, from);
  if (found >= 0) return found + mark.length;
  spend(budget, (text.length - from) / 8);
  return undefined;
}

function closeTagEnd(text: string, from: number): number | undefined {
  if (!isAlpha(text.charCodeAt(from))) return undefined;
  const end = skipBlanks(text, nameEnd(text, from));
  return text.charCodeAt(end) === GREATER ? end + 1 : undefined;
}

function openTagEnd({text, budget}: Scanner, from: number): number | undefined {
  let at = nameEnd(text, from);
  const first = text.charCodeAt(at);
  if (first !== SLASH && first !== GREATER && !isBlank(first)) return undefined;
  while (at < text.length) {
    at = skipBlanks(text, at);
    const code = text.charCodeAt(at);
    if (code === SLASH) return text.charCodeAt(at + 1) === GREATER ? at + 2 : undefined;
    if (code === GREATER) return at + 1;
    if (!isAttributeStart(code)) return undefined;
    spend(budget, 20);
    while (isAttributePart(text.charCodeAt(at))) at++;
    const behind = valueEnd({text, budget}, skipBlanks(text, at));
    if (behind === undefined) return undefined;
    at = behind;
  }
  return undefined;
}

/** The end of the value whose `=` may stand at `from`. */
function valueEnd(
  {text, budget}: Pick<Scanner, 'text' | 'budget'>,
  from: number,
): number | undefined {
  if (text.charCodeAt(from) !== EQUALS) return from;
  const start = skipBlanks(text, from + 1);
  const code = text.charCodeAt(start);
  if (code === QUOTE || code === APOSTROPHE) {
    const close = text.indexOf(text.charAt(start), start + 1);
    if (close < 0) {
      spend(budget, (text.length - start) / 8);
      return undefined;
    }
    const next = text.charCodeAt(close + 1);
    return next === SLASH || next === GREATER || isBlank(next) ? close + 1 : undefined;
  }
  if (start >= text.length || endsWrongly(code) || code === GREATER) return undefined;
  let at = start + 1;
  while (at < text.length) {
    const next = text.charCodeAt(at);
    if (next === SLASH || next === GREATER || isBlank(next)) return at;
    if (endsWrongly(next) || next === QUOTE || next === APOSTROPHE) return undefined;
    at++;
  }
  return undefined;
}

function endsWrongly(code: number): boolean {
  return code === LESS || code === EQUALS || code === BACKTICK;
}

function nameEnd(text: string, from: number): number {
  let at = from;
  while (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === DASH) at++;
  return at;
}

/** Up to three columns at the start of a line are no part of the tag. */
function dedent(raw: string): string {
  if (/\n {0,3}\t/.test(raw)) giveUp('a tab before a line of a tag');
  return raw.replace(/\n {1,3}/g, '\n');
}
