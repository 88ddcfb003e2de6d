import type {Word} from '../../shell';

/** Which options of a program have a value, so that `-fsSo file` is read as the program reads it. */
export type OptionGrammar = {
  /** Letters whose value is the rest of the word, else the next word. */
  readonly taking: string;
  /** Long options whose value may be the next word, without their dashes. */
  readonly takingLong?: readonly string[];
};

export type Option = {
  /** Without dashes. */
  readonly name: string;
  readonly word: Word;
  /** The word that holds the value; undefined where the option has none. */
  readonly valueWord: Word | undefined;
  /** Undefined where there is no value, and where an expansion makes it unknown. */
  readonly value: string | undefined;
};

export type Options = {
  readonly options: readonly Option[];
  readonly operands: readonly Word[];
  /** An expansion without quotes may hold any option, so that a missing one is not certain. */
  readonly open: boolean;
};

/** Sorts the arguments of a program; everything behind `--` is an operand. */
export function readOptions(args: readonly Word[], grammar: OptionGrammar): Options {
  const options: Option[] = [];
  const operands: Word[] = [];
  let at = 0;
  for (let word = args[at]; word !== undefined; word = args[at]) {
    if (word.value === '--') break;
    const found = optionsIn(word, args[at + 1], grammar);
    if (found.length === 0) operands.push(word);
    options.push(...found);
    const last = found.at(-1)?.valueWord;
    at += last !== undefined && last === args[at + 1] ? 2 : 1;
  }
  return {options, operands: [...operands, ...args.slice(at + 1)], open: args.some(isOpen)};
}

/** The first option that has one of the names: letters, or long names without dashes. */
export function findOption(
  {options}: Pick<Options, 'options'>,
  ...names: readonly string[]
): Option | undefined {
  return options.find(({name}) => names.includes(name));
}

function optionsIn(word: Word, next: Word | undefined, grammar: OptionGrammar): readonly Option[] {
  const text = textOf(word);
  if (text.startsWith('--')) return [longOption(word, next, grammar)];
  return /^-[A-Za-z0-9#:]/.test(text) ? shortOptions(word, next, grammar) : [];
}

function longOption(word: Word, next: Word | undefined, {takingLong = []}: OptionGrammar): Option {
  const text = textOf(word).slice(2);
  const equals = text.indexOf('=');
  if (equals !== -1) {
    const value = word.value === undefined ? undefined : text.slice(equals + 1);
    return {name: text.slice(0, equals), word, valueWord: word, value};
  }
  const valueWord = takingLong.includes(text) ? next : undefined;
  return {name: text, word, valueWord, value: valueWord?.value};
}

function shortOptions(
  word: Word,
  next: Word | undefined,
  {taking}: OptionGrammar,
): readonly Option[] {
  const letters = textOf(word).slice(1);
  const end = Array.from(letters).findIndex(letter => taking.includes(letter));
  const plain = end === -1 ? letters : letters.slice(0, end);
  const options = Array.from(plain, name => ({name, word, valueWord: undefined, value: undefined}));
  const name = end === -1 ? undefined : letters.charAt(end);
  if (name === undefined) return options;
  const rest = letters.slice(end + 1);
  const isOwn = rest !== '' || word.value === undefined;
  const valueWord = isOwn ? word : next;
  const value = isOwn && word.value !== undefined ? rest : valueWord?.value;
  return [...options, {name, word, valueWord, value}];
}

/** What stands before an expansion is certain: the option in `-o"$FILE"`. */
function textOf({value, parts}: Word): string {
  if (value !== undefined) return value;
  const end = parts.findIndex(({kind}) => kind !== 'literal');
  return parts
    .slice(0, end)
    .map(part => (part.kind === 'literal' ? part.value : ''))
    .join('');
}

function isOpen({parts}: Word): boolean {
  const [first] = parts;
  return first?.quote === 'none' && (first.kind === 'variable' || first.kind === 'substitution');
}
