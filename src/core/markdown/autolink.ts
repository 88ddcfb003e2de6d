import {COLON, GREATER, LESS, SPACE, isAlpha, isAlphanumeric, isControl} from './characters';
import {spend} from './give-up';
import {type Scanner, addNode} from './scanner';
import {spanOf} from './content';

const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** Takes `<scheme:…>` and `<name@host>`. */
export function takeAutolink(scanner: Scanner, at: number): number | undefined {
  const {text, content} = scanner;
  const end = enclosedEnd(scanner, at + 1);
  if (end === undefined) return undefined;
  const value = text.slice(at + 1, end);
  const isUrl = hasScheme(value);
  if (!isUrl && !(value.includes('@') && EMAIL.test(value))) return undefined;
  const label = {type: 'text' as const, value, position: spanOf(content, at + 1, end)};
  const url = isUrl ? value : `mailto:${value}`;
  const node = {type: 'link' as const, title: null, url, children: [label]};
  return addNode(scanner, {node, start: at, end: end + 1});
}

/** Where the `>` is, if only characters of a URL stand before it. */
function enclosedEnd({text, budget}: Scanner, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at;
    if (code === SPACE || code === LESS || isControl(code)) {
      spend(budget, at - from);
      return undefined;
    }
  }
  spend(budget, text.length - from);
  return undefined;
}

/** A scheme has two to 32 characters. */
function hasScheme(value: string): boolean {
  if (!isAlpha(value.charCodeAt(0))) return false;
  let at = 1;
  while (at < 32 && isSchemePart(value.charCodeAt(at))) at++;
  return at > 1 && value.charCodeAt(at) === COLON;
}

function isSchemePart(code: number): boolean {
  return isAlphanumeric(code) || code === 43 || code === 45 || code === 46;
}
