import {
  AT,
  DASH,
  DOT,
  PLUS,
  SLASH,
  UNDERSCORE,
  classOf,
  isAlpha,
  isAlphanumeric,
  isBlank,
  isControl,
} from './characters';
import {spanOf} from './content';
import {spend} from './give-up';
import {domainEnd, pathEnd} from './literal-url';
import {type Scanner, addNode} from './scanner';

/** Takes a bare e-mail address or URL; none of them stands inside open brackets. */
export function takeLiteral(scanner: Scanner, at: number, code: number): number | undefined {
  const {hasAt, hasProtocol, brackets, text} = scanner;
  if (brackets.length > 0) return undefined;
  const previous = text.charCodeAt(at - 1);
  if (hasAt && isMailPart(code) && !isMailPart(previous) && previous !== SLASH) {
    const end = mailEnd(scanner, at);
    if (end !== undefined) return addLink(scanner, {start: at, end, prefix: 'mailto:'});
  }
  if (code === 104 || code === 72) {
    if (!hasProtocol || isAlpha(previous)) return undefined;
    const end = protocolEnd(scanner, at);
    return end === undefined ? undefined : addLink(scanner, {start: at, end, prefix: ''});
  }
  if (code !== 119 && code !== 87) return undefined;
  const end = mayPrecedeWww(previous) ? wwwEnd(scanner, at) : undefined;
  return end === undefined ? undefined : addLink(scanner, {start: at, end, prefix: 'http://'});
}

function addLink(
  scanner: Scanner,
  {start, end, prefix}: {readonly start: number; readonly end: number; readonly prefix: string},
): number {
  const value = scanner.text.slice(start, end);
  const label = {type: 'text' as const, value, position: spanOf(scanner.content, start, end)};
  const node = {type: 'link' as const, title: null, url: prefix + value, children: [label]};
  return addNode(scanner, {node, start, end});
}

function mailEnd({text, budget}: Scanner, from: number): number | undefined {
  let at = from;
  while (isMailPart(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== AT) return undefined;
  let hasDot = false;
  const domain = at + 1;
  at = domain;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === DOT && isAlphanumeric(text.charCodeAt(at + 1))) hasDot = true;
    else if (code !== DASH && code !== UNDERSCORE && !isAlphanumeric(code)) break;
    at++;
  }
  spend(budget, at - from);
  return hasDot && isAlpha(text.charCodeAt(at - 1)) ? at : undefined;
}

function protocolEnd(scanner: Scanner, at: number): number | undefined {
  const {text} = scanner;
  const colon = text.charCodeAt(at + 4) === 58 ? at + 4 : at + 5;
  const protocol = text.slice(at, colon + 3).toLowerCase();
  if (protocol !== 'http://' && protocol !== 'https://') return undefined;
  const code = text.charCodeAt(colon + 3);
  if (Number.isNaN(code) || isControl(code) || classOf(code) !== 'other') return undefined;
  const end = domainEnd(scanner, colon + 3);
  return end === undefined ? undefined : pathEnd(scanner, end);
}

function wwwEnd(scanner: Scanner, at: number): number | undefined {
  const {text} = scanner;
  if (at + 4 >= text.length || text.slice(at, at + 4).toLowerCase() !== 'www.') return undefined;
  const end = domainEnd(scanner, at);
  return end === undefined ? undefined : pathEnd(scanner, end);
}

function mayPrecedeWww(code: number): boolean {
  return Number.isNaN(code) || isBlank(code) || '(*_[]~'.includes(String.fromCharCode(code));
}

function isMailPart(code: number): boolean {
  return (
    isAlphanumeric(code) || code === PLUS || code === DASH || code === DOT || code === UNDERSCORE
  );
}
