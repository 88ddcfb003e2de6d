import {RIGHT_PAREN, isBlank, skipBlanks} from './characters';
import {decode} from './character-reference';
import {readDestination} from './destination';
import {readTitle} from './title';

export type Resource = {
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
};

const DEEPEST = 32;

/** `(url "title")`, whose `(` stands at `from`. */
export function readResource(text: string, from: number): Resource | undefined {
  const start = skipBlanks(text, from + 1);
  if (text.charCodeAt(start) === RIGHT_PAREN) return {url: '', title: null, end: start + 1};
  const destination = readDestination(text, start, DEEPEST);
  if (destination === undefined) return undefined;
  const url = decode(destination.value);
  const behind = skipBlanks(text, destination.end);
  if (text.charCodeAt(behind) === RIGHT_PAREN) return {url, title: null, end: behind + 1};
  if (!isBlank(text.charCodeAt(destination.end))) return undefined;
  const title = readTitle(text, behind);
  if (title === undefined) return undefined;
  const end = skipBlanks(text, title.end);
  if (text.charCodeAt(end) !== RIGHT_PAREN) return undefined;
  return {url, title: title.value, end: end + 1};
}
