import type {Word} from '../types';
import type {Call, Tool} from './define-tool';

type Context = {readonly away: boolean; readonly fed: boolean};

/** Splits the words of a program into flags and arguments by what the tool says of them. */
export function readCall(
  program: Word,
  words: readonly Word[],
  tool: Pick<Tool, 'takes' | 'dashes'>,
  context: Context,
): Call {
  return {
    program,
    words,
    arguments: argumentsOf(words, tool),
    flag: (...names) => words.find(word => names.some(name => isFlag(word, name, tool))),
    valueWord: (...names) => findValue(words, names, tool)?.word,
    valueOf: (...names) => findValue(words, names, tool)?.value,
    ...context,
  };
}

function argumentsOf(words: readonly Word[], {takes = []}: Pick<Tool, 'takes'>): readonly Word[] {
  const found: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const text = textOf(word);
    if (text === '--') return [...found, ...words.slice(at + 1)];
    if (takes.includes(text)) at++;
    else if (!text.startsWith('-') || text === '-') found.push(word);
  }
  return found;
}

function isFlag(word: Word, name: string, {takes = [], dashes}: Pick<Tool, 'takes' | 'dashes'>) {
  const text = textOf(word);
  if (text === name || text.startsWith(`${name}=`)) return true;
  if (dashes === 'single') return text === `-${name}` || text.startsWith(`-${name}=`);
  if (name.startsWith('--') || name.length !== 2 || !/^-[A-Za-z0-9]{2,}/.test(text)) return false;
  // In `-nf` both are flags, in `-n5f` and `-fvalue` the rest is a value.
  for (const letter of text.slice(1)) {
    if (letter === name.charAt(1)) return true;
    if (takes.includes(`-${letter}`) || !/[A-Za-z0-9]/.test(letter)) return false;
  }
  return false;
}

function findValue(
  words: readonly Word[],
  names: readonly string[],
  tool: Pick<Tool, 'dashes'>,
): {readonly word: Word; readonly value: string | undefined} | undefined {
  for (const [at, word] of words.entries()) {
    for (const name of names) {
      const attached = attachedValue(textOf(word), name, tool);
      const next = words[at + 1];
      if (attached === '') return next === undefined ? undefined : {word: next, value: next.value};
      if (attached !== undefined) return {word, value: word.value && attached};
    }
  }
  return undefined;
}

/** The rest of the word after the flag, empty when the value is the next word. */
function attachedValue(text: string, name: string, {dashes}: Pick<Tool, 'dashes'>) {
  if (text === name) return '';
  if (text.startsWith(`${name}=`)) return text.slice(name.length + 1);
  if (dashes === 'single' || name.length !== 2 || !/^-[A-Za-z]/.test(text)) return undefined;
  const at = text.indexOf(name.charAt(1));
  return at === -1 ? undefined : text.slice(at + 1);
}

function textOf(word: Word): string {
  return word.value ?? word.text.replace(/^["']/, '');
}
