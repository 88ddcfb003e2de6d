import {type CommandSpec, findSubcommand, rootCommand, subcommands} from './grammar';
import type {WordLike} from './parse';
import type {Problem} from './problem';
import {suggest} from './suggest';

export type Located<W> = {readonly word: W; readonly index: number};

export type FoundVerb<W> = {
  readonly command: CommandSpec;
  readonly verbs: readonly W[];
  readonly plugin: W | undefined;
  /** The words that are no verb, with their places among the arguments. */
  readonly rest: readonly Located<W>[];
  readonly problem: Problem | undefined;
};

/**
 * Finds the command as cobra does: the first word that is no flag and no flag's value, judged by
 * the flags of the level that is known so far, and again below the command that it names.
 */
export function findVerb<W extends WordLike>(args: readonly W[]): FoundVerb<W> {
  let command = rootCommand();
  let rest = args.map((word, index) => ({word, index}));
  const verbs: W[] = [];
  for (;;) {
    const next = firstCandidate(rest, command);
    const name = next?.word.value;
    if (next === undefined) return {command, verbs, plugin: undefined, rest, problem: undefined};
    const found = name === undefined ? undefined : findSubcommand(command, name);
    if (found === undefined) return unknown(command, verbs, next, rest);
    verbs.push(next.word);
    rest = rest.filter(({index}) => index !== next.index);
    command = found;
  }
}

function unknown<W extends WordLike>(
  command: CommandSpec,
  verbs: readonly W[],
  {word, index}: Located<W>,
  rest: readonly Located<W>[],
): FoundVerb<W> {
  if (command.path.length > 0) return {command, verbs, plugin: undefined, rest, problem: undefined};
  const others = rest.filter(other => other.index !== index);
  const found = {command, verbs, plugin: word, rest: others};
  if (word.value === undefined) return {...found, problem: undefined};
  return {...found, problem: unknownCommand(command, word)};
}

export function unknownCommand(parent: CommandSpec, {value = '', start, end}: WordLike): Problem {
  const names = subcommands(parent).map(({path}) => path.at(-1) ?? '');
  return {
    kind: 'unknown-command',
    data: {
      command: value,
      parent: ['kubectl', ...parent.path].join(' '),
      suggestion: suggest(value, names),
    },
    start,
    end,
  };
}

function firstCandidate<W extends WordLike>(
  rest: readonly Located<W>[],
  command: CommandSpec,
): Located<W> | undefined {
  for (let at = 0; at < rest.length; at++) {
    const located = rest[at];
    if (located === undefined || located.word.value === '--') return undefined;
    const text = located.word.value ?? located.word.text;
    if (takesNext(text, command)) at++;
    else if (text !== '' && !text.startsWith('-')) return located;
  }
  return undefined;
}

/** An unknown flag is thought to take the next word, as cobra thinks. */
function takesNext(text: string, command: CommandSpec): boolean {
  if (text.includes('=')) return false;
  if (text.startsWith('--')) return command.flags.get(text.slice(2))?.optionalValue !== true;
  if (!text.startsWith('-') || text.length !== 2) return false;
  return command.shorthands.get(text.slice(1))?.optionalValue !== true;
}
