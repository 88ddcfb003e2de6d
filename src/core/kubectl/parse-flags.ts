import {type CommandSpec, type FlagSpec, isAvailable} from './grammar';
import type {KubectlFlag, WordLike} from './parse';
import type {Problem} from './problem';
import {suggest} from './suggest';
import {checkValue} from './values';

export type ParsedFlags<W extends WordLike> = {
  readonly flags: readonly KubectlFlag<W>[];
  readonly arguments: readonly W[];
  readonly afterDash: readonly W[] | undefined;
  readonly problems: readonly Problem[];
};

/** The words that stand in one place: the flags of one word, and how many words they took. */
type Reading<W extends WordLike> = {
  readonly flags: readonly KubectlFlag<W>[];
  readonly problems: readonly Problem[];
  readonly taken: 1 | 2;
};

/** Splits words into flags and arguments as pflag does, arguments between flags included. */
export function parseFlags<W extends WordLike>(
  command: CommandSpec,
  words: readonly W[],
  versions: readonly string[],
): ParsedFlags<W> {
  const flags: KubectlFlag<W>[] = [];
  const problems: Problem[] = [];
  const rest: W[] = [];
  let afterDash: readonly W[] | undefined;
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (word === undefined) break;
    if (word.value === '--') {
      afterDash = words.slice(at + 1);
      break;
    }
    const reading = readFlag(command, word, words[at + 1]);
    if (reading === undefined) rest.push(word);
    else flags.push(...reading.flags);
    problems.push(...(reading?.problems ?? []));
    at += reading?.taken ?? 1;
  }
  const checks = flags.flatMap(flag => checkFlag(flag, command, versions));
  return {flags, arguments: rest, afterDash, problems: [...problems, ...checks]};
}

function readFlag<W extends WordLike>(
  command: CommandSpec,
  word: W,
  next: W | undefined,
): Reading<W> | undefined {
  const text = word.value ?? literalStart(word.text);
  if (text.length < 2 || !text.startsWith('-')) return undefined;
  return text.startsWith('--')
    ? readLong(command, word, text.slice(2), next)
    : readShort(command, word, text.slice(1), next);
}

/** What is certain of a word with an expansion: `--tail=$N` begins with `--tail=`. */
function literalStart(text: string): string {
  return text.replace(/^["']/, '').replace(/[$`].*$/s, '');
}

function readLong<W extends WordLike>(
  command: CommandSpec,
  word: W,
  text: string,
  next: W | undefined,
): Reading<W> | undefined {
  const [name = '', attached] = splitOnce(text, '=');
  // `--$FLAG` can be any flag.
  if (word.value === undefined && attached === undefined) return undefined;
  const spec = command.flags.get(name);
  if (spec === undefined) {
    const flag = {name, spec, value: attached, word, valueWord: undefined, ...place(word)};
    const names = [...command.flags.values()].filter(({hidden}) => !hidden);
    const suggestion = suggest(
      name,
      names.map(other => other.name),
    );
    return {
      flags: [flag],
      problems: [unknownFlag(command, `--${name}`, suggestion && `--${suggestion}`, word)],
      taken: 1,
    };
  }
  if (attached !== undefined) return one(spec, word, word, attached);
  if (spec.optionalValue) return one(spec, word, undefined, 'true');
  return takeNext(spec, `--${name}`, word, next);
}

function readShort<W extends WordLike>(
  command: CommandSpec,
  word: W,
  text: string,
  next: W | undefined,
): Reading<W> | undefined {
  const flags: KubectlFlag<W>[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    const spec = command.shorthands.get(letter);
    if (spec === undefined) {
      return {flags, problems: [unknownFlag(command, `-${letter}`, '', word)], taken: 1};
    }
    const attached = text.slice(at + 1).replace(/^=/, '');
    const complete = word.value !== undefined;
    if (text.charAt(at + 1) === '=' || (!spec.optionalValue && (attached !== '' || !complete))) {
      const last = one(spec, word, word, attached);
      return {...last, flags: [...flags, ...last.flags]};
    }
    if (!spec.optionalValue) {
      const last = takeNext(spec, `-${letter}`, word, next);
      return {...last, flags: [...flags, ...last.flags]};
    }
    flags.push({name: spec.name, spec, value: 'true', word, valueWord: undefined, ...place(word)});
  }
  return {flags, problems: [], taken: 1};
}

function one<W extends WordLike>(
  spec: FlagSpec,
  word: W,
  valueWord: W | undefined,
  text: string,
): Reading<W> {
  const value = word.value === undefined ? undefined : text;
  return {
    flags: [{name: spec.name, spec, value, word, valueWord, ...place(word)}],
    problems: [],
    taken: 1,
  };
}

function takeNext<W extends WordLike>(
  spec: FlagSpec,
  flag: string,
  word: W,
  next: W | undefined,
): Reading<W> {
  if (next === undefined) {
    const lone = {
      name: spec.name,
      spec,
      value: undefined,
      word,
      valueWord: undefined,
      ...place(word),
    };
    return {
      flags: [lone],
      problems: [{kind: 'missing-value', data: {flag}, ...place(word)}],
      taken: 1,
    };
  }
  const span = {start: word.start, end: next.end};
  const {value} = next;
  return {
    flags: [{name: spec.name, spec, value, word, valueWord: next, ...span}],
    problems: [],
    taken: 2,
  };
}

function checkFlag(
  {spec, value, word, valueWord}: KubectlFlag,
  command: CommandSpec,
  versions: readonly string[],
): readonly Problem[] {
  if (spec === undefined) return [];
  const problems: Problem[] = [];
  const flag = `--${spec.name}`;
  if (!isAvailable(spec.availability, versions)) {
    const {since = '', until = ''} = spec.availability;
    const data = {flag, command: command.path.join(' '), since, until};
    problems.push({kind: 'flag-version', data, ...place(word)});
  }
  const expected = value === undefined ? undefined : checkValue(spec.type, value);
  if (value !== undefined && expected !== undefined && valueWord !== undefined) {
    problems.push({kind: 'wrong-value', data: {flag, value, expected}, ...place(valueWord)});
  }
  return problems;
}

function unknownFlag(
  command: CommandSpec,
  flag: string,
  suggestion: string,
  word: WordLike,
): Problem {
  const name = ['kubectl', ...command.path].join(' ');
  return {kind: 'unknown-flag', data: {flag, command: name, suggestion}, ...place(word)};
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function place({start, end}: WordLike) {
  return {start, end};
}
