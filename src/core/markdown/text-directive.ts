import {BACKSLASH, COLON, LEFT_BRACE, LEFT_BRACKET} from './characters';
import {directiveNameEnd} from './directive';
import {giveUp} from './give-up';
import {type Scanner, addNode} from './scanner';

/** Takes `:name`, which is what `app:latest` in prose is read as. */
export function takeTextDirective(scanner: Scanner, at: number): number {
  const {text} = scanner;
  if (text.charCodeAt(at - 1) === COLON && !isEscaped(scanner, at - 1)) return at + 1;
  const end = directiveNameEnd(text, at + 1);
  if (end === undefined) return at + 1;
  const next = text.charCodeAt(end);
  if (next === COLON) return at + 1;
  if (next === LEFT_BRACKET || next === LEFT_BRACE)
    giveUp('a text directive with more than a name');
  const name = text.slice(at + 1, end);
  const node = {type: 'textDirective' as const, name, attributes: {}, children: []};
  return addNode(scanner, {node, start: at, end});
}

/** The character was taken by an escape, behind which the text begins anew. */
function isEscaped({text, from}: Scanner, at: number): boolean {
  return from === at + 1 && text.charCodeAt(at - 1) === BACKSLASH;
}
