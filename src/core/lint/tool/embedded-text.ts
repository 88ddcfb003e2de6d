import {placeOf, wordText} from '../promql/placed-text';
import type {CommandNode, Place} from '../node';
import type {CommandLayer, Word} from '../../shell';

/** A program in another language that a command gets as one of its words. */
export type EmbeddedText = {readonly text: string; readonly place: Place};

/** Marks of templates and abbreviations: what will stand there is not known. */
const OPEN = /\{\{|\.{3}|…|<[A-Za-z][\w .-]*>|%\(/;

/** What a word holds for its program; undefined where an expansion or a placeholder is part of it. */
export function embeddedText(
  word: Word,
  {nested}: Pick<CommandLayer, 'nested'>,
  {script, place}: Pick<CommandNode, 'script' | 'place'>,
): EmbeddedText | undefined {
  if (word.value === undefined || isOpen(word, script)) return undefined;
  // The outer shell expands what the inner one has in single quotes: `bash -c "jq '.[$N]'"`.
  if (nested !== undefined && /[$`]/.test(word.value)) return undefined;
  const whole = wordText(word);
  if (whole.text !== word.value) return undefined;
  // Where the outer shell has quotes of its own between the characters, only the word has a place.
  const isAsWritten = script.shell.script.slice(word.start, word.end) === word.text;
  const isExact = isAsWritten && !word.parts.some(({quote}) => quote === 'ansi');
  return {
    text: word.value,
    place: isExact ? placeOf(whole, place) : () => place(word.start, word.end),
  };
}

function isOpen(word: Word, {block}: CommandNode['script']): boolean {
  const placeholders = block.normalized?.placeholders ?? [];
  return (
    OPEN.test(word.value ?? '') ||
    placeholders.some(({start, end}) => start < word.end && word.start < end)
  );
}
