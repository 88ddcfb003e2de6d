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
  layer: CommandLayer,
  {script, place}: Pick<CommandNode, 'script' | 'place'>,
): EmbeddedText | undefined {
  if (word.value === undefined || isOpen(word, script)) return undefined;
  const whole = wordText(word);
  if (whole.text !== word.value) return undefined;
  // In a script inside a word, quotes of the outer shell can stand between the characters.
  const isAsWritten = layer.nested === undefined && !word.parts.some(isEscaped);
  if (!isAsWritten) return {text: word.value, place: () => place(word.start, word.end)};
  return {text: word.value, place: placeOf(whole, place)};
}

function isOpen(word: Word, {block}: CommandNode['script']): boolean {
  const placeholders = block.normalized?.placeholders ?? [];
  return (
    OPEN.test(word.value ?? '') ||
    placeholders.some(({start, end}) => start < word.end && word.start < end)
  );
}

function isEscaped({quote}: Word['parts'][number]): boolean {
  return quote === 'ansi';
}
