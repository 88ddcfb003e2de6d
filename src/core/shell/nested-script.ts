import {parseShellAt} from './parse';
import type {Shell, Word, WordPart} from './types';

export type Character = {readonly text: string; readonly at: number};

/**
 * Reads the word that a shell gets as its script, as in `bash -c '…'`, with the places of the outer
 * text. Variables stay in it as they are written: what they expand to cannot be known.
 */
export function parseNestedScript(...words: readonly Word[]): Shell {
  const characters = words.flatMap((word, index) => [
    ...(index === 0 ? [] : [{text: ' ', at: word.start - 1}]),
    ...word.parts.flatMap(charactersOf),
  ]);
  const end = words.at(-1)?.end ?? 0;
  const script = characters.map(({text}) => text).join('');
  return parseShellAt(script, offset => placeOf(characters, offset, end));
}

function placeOf(characters: readonly Character[], offset: number, end: number): number {
  const here = characters[offset];
  if (here !== undefined) return here.at;
  const last = characters.at(-1);
  return last === undefined ? end : last.at + 1;
}

/** What a part stands for, character by character, each with its place; an expansion as written. */
export function charactersOf(part: WordPart): readonly Character[] {
  const {start, text} = part;
  if (part.kind !== 'literal') return spread(text, start);
  if (part.quote === 'single') return spread(part.value, start + 1);
  if (part.quote === 'ansi') return [...part.value].map(char => ({text: char, at: start}));
  if (text === '""') return [];
  return part.value === text ? spread(text, start) : unescape(part);
}

function spread(text: string, start: number): readonly Character[] {
  return Array.from({length: text.length}, (_, at) => ({text: text.charAt(at), at: start + at}));
}

/** Inside double quotes a backslash goes only before the characters that it can escape. */
function unescape({text, start, quote}: WordPart): readonly Character[] {
  const escapable = quote === 'double' ? /[$`"\\\n]/ : /[^]/;
  const characters: Character[] = [];
  for (let at = 0; at < text.length; at++) {
    const escapes = text.charAt(at) === '\\' && escapable.test(text.charAt(at + 1));
    if (escapes) at++;
    if (!escapes || text.charAt(at) !== '\n') {
      characters.push({text: text.charAt(at), at: start + at});
    }
  }
  return characters;
}
