import {checkArguments} from './check-arguments';
import {type Located, findVerb} from './find-verb';
import {type CommandSpec, type FlagSpec, isAvailable} from './grammar';
import {parseFlags} from './parse-flags';
import type {Problem} from './problem';

/** A word of a command line; the `Word` of the shell is one. */
export type WordLike = {
  /** The word as the program gets it; undefined when it depends on an expansion. */
  readonly value: string | undefined;
  /** The word as written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

export type KubectlFlag<W extends WordLike = WordLike> = {
  readonly name: string;
  readonly spec: FlagSpec | undefined;
  /** `true` for a flag that stands alone; undefined when the value depends on an expansion. */
  readonly value: string | undefined;
  readonly word: W;
  /** The word that holds the value: the next one, or `word` itself in `--tail=10` and `-n10`. */
  readonly valueWord: W | undefined;
  readonly start: number;
  readonly end: number;
};

export type Kubectl<W extends WordLike = WordLike> = {
  /** The command by its full names, such as `['rollout', 'undo']`; empty when none was found. */
  readonly path: readonly string[];
  /** The words of the path. */
  readonly verbs: readonly W[];
  /** Undefined when kubectl alone, a plugin or an expansion stands in its place. */
  readonly command: CommandSpec | undefined;
  /** The first word, when no command has that name: kubectl would look for a plugin. */
  readonly plugin: W | undefined;
  readonly flags: readonly KubectlFlag<W>[];
  readonly arguments: readonly W[];
  /** The words after `--`; undefined without one. */
  readonly afterDash: readonly W[] | undefined;
  readonly problems: readonly Problem[];
};

/**
 * Reads a command line as kubectl would, `argv[0]` being kubectl itself. With `versions` a command
 * or flag has to be in every one of them, without in any. A word that holds an expansion is never
 * a problem.
 */
export function parseKubectl<W extends WordLike>(
  argv: readonly W[],
  {versions = []}: {readonly versions?: readonly string[]} = {},
): Kubectl<W> {
  const found = findVerb(argv.slice(1));
  const {command, verbs, rest, plugin} = found;
  if (command.path.length === 0 && plugin !== undefined) {
    const problems = found.problem === undefined ? [] : [found.problem];
    return {...EMPTY, verbs, plugin, arguments: rest.map(({word}) => word), problems};
  }
  const parsed = parseFlags(command, rest.map(toWord), versions);
  const problems = [
    ...availability(command, verbs, versions),
    ...parsed.problems,
    ...checkArguments(command, {...parsed, verbs, kubectl: argv[0]}),
  ];
  return {
    path: command.path,
    verbs,
    command: command.path.length === 0 ? undefined : command,
    plugin: undefined,
    flags: parsed.flags,
    arguments: parsed.arguments,
    afterDash: parsed.afterDash,
    problems,
  };
}

/** The last flag of that long name, the one that counts. */
export function findFlag<W extends WordLike>(
  {flags}: Pick<Kubectl<W>, 'flags'>,
  ...names: readonly string[]
): KubectlFlag<W> | undefined {
  return flags.findLast(flag => names.includes(flag.name));
}

const EMPTY = {path: [], command: undefined, flags: [], afterDash: undefined};

function toWord<W extends WordLike>({word}: Located<W>): W {
  return word;
}

function availability(
  command: CommandSpec,
  verbs: readonly WordLike[],
  versions: readonly string[],
): readonly Problem[] {
  const last = verbs.at(-1);
  if (last === undefined || isAvailable(command.availability, versions)) return [];
  const {since = '', until = ''} = command.availability;
  const data = {command: command.path.join(' '), since, until};
  return [{kind: 'command-version', data, start: last.start, end: last.end}];
}
