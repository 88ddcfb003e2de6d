import {BACKTICK, SPACE, isLineEnding, skipRun} from './characters';
import {spend} from './give-up';
import {type Scanner, addNode, refuseSplitTab} from './scanner';

/** Takes `code`; a run of backticks that nothing closes is text as a whole. */
export function takeCodeSpan(scanner: Scanner, at: number): number {
  const {text, openTicks, isCell} = scanner;
  const start = skipRun(text, at, BACKTICK);
  const size = start - at;
  if (openTicks.has(size)) return start;
  const close = closingRun(scanner, start, size);
  if (close === undefined) {
    openTicks.add(size);
    scanner.hasFailed = true;
    return start;
  }
  refuseSplitTab(scanner, start, close);
  const code = withoutPadding(text.slice(start, close));
  const value = isCell
    ? code.replace(/\\([\\|])/g, (both, one) => (one === '|' ? one : both))
    : code;
  return addNode(scanner, {node: {type: 'inlineCode', value}, start: at, end: close + size});
}

function closingRun({text, budget}: Scanner, from: number, size: number): number | undefined {
  let at = text.indexOf('`', from);
  while (at >= 0) {
    const end = skipRun(text, at, BACKTICK);
    if (end - at === size) return at;
    spend(budget, 10);
    at = text.indexOf('`', end);
  }
  spend(budget, (text.length - from) / 8);
  return undefined;
}

/** One space or line ending goes from both ends, unless there is nothing else. */
function withoutPadding(code: string): string {
  if (!isPadding(code.charCodeAt(0)) || !isPadding(code.charCodeAt(code.length - 1))) return code;
  if (!/[^ \r\n]/.test(code)) return code;
  const start = code.startsWith('\r\n') ? 2 : 1;
  const end = code.endsWith('\r\n') ? 2 : 1;
  return code.slice(start, code.length - end);
}

function isPadding(code: number): boolean {
  return code === SPACE || isLineEnding(code);
}
