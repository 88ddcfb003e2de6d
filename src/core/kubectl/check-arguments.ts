import {unknownCommand} from './find-verb';
import type {CommandSpec} from './grammar';
import type {KubectlFlag, WordLike} from './parse';
import type {Problem} from './problem';

type Parsed = {
  readonly kubectl: WordLike | undefined;
  readonly verbs: readonly WordLike[];
  readonly flags: readonly KubectlFlag[];
  readonly arguments: readonly WordLike[];
  readonly afterDash: readonly WordLike[] | undefined;
};

/** Flags that choose what to act on, so that no argument is needed. */
const CHOOSING = new Set([
  'all',
  'all-pods',
  'current',
  'field-selector',
  'filename',
  'help',
  'kustomize',
  'list',
  'local',
  'pod-selector',
  'raw',
  'selector',
]);

/** The arguments and flags that the command needs, as far as the command itself decides it. */
export function checkArguments(command: CommandSpec, parsed: Parsed): readonly Problem[] {
  if (parsed.flags.some(({name}) => name === 'help')) return [];
  return [
    ...checkSurplus(command, parsed),
    ...checkMissing(command, parsed),
    ...checkRequired(command, parsed),
  ];
}

function checkSurplus(command: CommandSpec, parsed: Parsed): readonly Problem[] {
  const {maxArguments: most = Number.POSITIVE_INFINITY, group} = command;
  const words = [...parsed.arguments, ...(parsed.afterDash ?? [])];
  const surplus = words[most];
  if (surplus?.value === undefined || words.slice(0, most).some(isExpansion)) return [];
  if (group) return [unknownCommand(command, surplus)];
  const {start, end, value: argument} = surplus;
  return [{kind: 'unexpected-argument', data: {command: fullName(command), argument}, start, end}];
}

function checkMissing(command: CommandSpec, parsed: Parsed): readonly Problem[] {
  const {minArguments = 0} = command;
  const count = parsed.arguments.length + (parsed.afterDash?.length ?? 0);
  if (count >= minArguments || mayBeMore(parsed)) return [];
  if (parsed.flags.some(({name, spec}) => spec === undefined || CHOOSING.has(name))) return [];
  return [
    {
      kind: 'missing-argument',
      data: {command: fullName(command), usage: command.usage},
      ...head(parsed),
    },
  ];
}

function checkRequired(command: CommandSpec, parsed: Parsed): readonly Problem[] {
  if (mayBeMore(parsed)) return [];
  const {start, end} = head(parsed);
  return command.requiredFlags
    .filter(required => !parsed.flags.some(({name}) => name === required))
    .map(name => ({
      kind: 'missing-flag',
      data: {flag: `--${name}`, command: fullName(command)},
      start,
      end,
    }));
}

/** An unquoted expansion can be several words, flags among them, or none. */
function mayBeMore({arguments: words}: Parsed): boolean {
  return words.some(isExpansion);
}

function isExpansion({value, text}: WordLike): boolean {
  return value === undefined && !text.startsWith('"');
}

function fullName({path}: CommandSpec): string {
  return ['kubectl', ...path].join(' ');
}

function head({kubectl, verbs}: Parsed) {
  return {
    start: (kubectl ?? verbs[0])?.start ?? 0,
    end: (verbs.at(-1) ?? kubectl)?.end ?? 0,
  };
}
