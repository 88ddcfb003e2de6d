import {
  BACKSLASH,
  COLON,
  DASH,
  LEFT_BRACE,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  UNDERSCORE,
  isAlpha,
  isAlphanumeric,
  skipRun,
  skipSpaces,
} from './characters';
import type {Cursor} from './cursor';
import {giveUp} from './give-up';

/** `:::name[label]` or `::name[label]`; the label is given with its brackets. */
export type DirectiveStart = {
  readonly kind: 'container' | 'leaf';
  readonly colons: number;
  readonly name: string;
  readonly label: {readonly start: number; readonly end: number} | undefined;
};

export function recogniseDirective({source, text, end}: Cursor): DirectiveStart | undefined {
  const nameStart = skipRun(source, text, COLON);
  const colons = nameStart - text;
  if (colons < 2) return undefined;
  const nameEnd = directiveNameEnd(source, nameStart);
  if (nameEnd === undefined) return undefined;
  const labelEnd =
    source.charCodeAt(nameEnd) === LEFT_BRACKET ? endOfLabel(source, nameEnd, end) : undefined;
  const behind = labelEnd ?? nameEnd;
  if (source.charCodeAt(behind) === LEFT_BRACE) giveUp('attributes of a directive');
  if (skipSpaces(source, behind) < end) return undefined;
  return {
    kind: colons > 2 ? 'container' : 'leaf',
    colons,
    name: source.slice(nameStart, nameEnd),
    label: labelEnd === undefined ? undefined : {start: nameEnd, end: labelEnd},
  };
}

/** Names begin with a letter and end in a letter or a digit. */
export function directiveNameEnd(text: string, start: number): number | undefined {
  if (!isAlpha(text.charCodeAt(start))) return undefined;
  let end = start;
  while (isNamePart(text.charCodeAt(end))) end++;
  return isAlphanumeric(text.charCodeAt(end - 1)) ? end : undefined;
}

function isNamePart(code: number): boolean {
  return isAlphanumeric(code) || code === DASH || code === UNDERSCORE;
}

/** The label ends at the bracket that balances the first, on the same line. */
function endOfLabel(source: string, start: number, end: number): number | undefined {
  let open = 0;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH && isEscapable(source.charCodeAt(at + 1))) at++;
    else if (code === LEFT_BRACKET) open++;
    else if (code === RIGHT_BRACKET) open--;
    if (open > 32) giveUp('a label with many brackets');
    if (open === 0) return at + 1;
  }
  return undefined;
}

function isEscapable(code: number): boolean {
  return code === LEFT_BRACKET || code === BACKSLASH || code === RIGHT_BRACKET;
}
