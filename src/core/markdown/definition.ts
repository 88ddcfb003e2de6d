import {COLON, isBlank, isLineEnding, skipBlanks, skipSpaces} from './characters';
import {decode} from './character-reference';
import {readDestination} from './destination';
import {readLabel} from './label';
import {readTitle} from './title';

export type FoundDefinition = {
  /** As written, for comparing, and with its escapes replaced. */
  readonly source: string;
  readonly label: string;
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
};

/** `[label]: url "title"` at `from`, with nothing else on its last line. */
export function readDefinition(text: string, from: number): FoundDefinition | undefined {
  const labelEnd = readLabel(text, from);
  if (labelEnd === undefined || text.charCodeAt(labelEnd) !== COLON) return undefined;
  const source = text.slice(from + 1, labelEnd - 1);
  const destination = readDestination(text, skipBlanks(text, labelEnd + 1), Infinity);
  if (destination === undefined) return undefined;
  const found = {source, label: decode(source), url: decode(destination.value)};
  const titled = readTitleBehind(text, destination.end);
  if (titled !== undefined) return {...found, ...titled};
  const end = skipSpaces(text, destination.end);
  return isLineEnd(text, end) ? {...found, title: null, end} : undefined;
}

function readTitleBehind(
  text: string,
  from: number,
): {readonly title: string | null; readonly end: number} | undefined {
  if (!isBlank(text.charCodeAt(from))) return undefined;
  const title = readTitle(text, skipBlanks(text, from));
  if (title === undefined) return undefined;
  const end = skipSpaces(text, title.end);
  return isLineEnd(text, end) ? {title: title.value, end} : undefined;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || isLineEnding(text.charCodeAt(at));
}
