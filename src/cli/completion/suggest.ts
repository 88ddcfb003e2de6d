import {PHASES, findRunbooks} from '../../core';
import type {Registry, Runbook} from '../../core';
import {commandNames} from '../commands';
import type {Command} from '../define-command';

/** Something that may stand where the person is typing; `about` is shown beside it. */
export type Candidate = {readonly value: string; readonly about: string};

/** What is looked up only where it is needed: a person waits for each of them. */
export type Sources = {
  readonly command: (name: string) => Promise<Command | undefined>;
  readonly registry: () => Promise<Registry>;
  readonly rules: () => Promise<readonly Candidate[]>;
};

/**
 * What may stand at the end of a command line, given its words after `runbook`; the last one is
 * being typed. Nothing means that the shell may offer files.
 */
export async function suggest(
  words: readonly string[],
  sources: Sources,
): Promise<readonly Candidate[]> {
  const typed = words.at(-1) ?? '';
  const found = await candidates(words.slice(0, -1), typed, sources);
  const wanted = typed.toLowerCase();
  return found.filter(({value}) => value.toLowerCase().startsWith(wanted) && value !== typed);
}

async function candidates(
  before: readonly string[],
  typed: string,
  sources: Sources,
): Promise<readonly Candidate[]> {
  const [name, ...rest] = before;
  if (name === undefined) return [...(await commandsOf(sources)), {value: 'help', about: ''}];
  if (name === 'help') return commandsOf(sources);
  const command = await sources.command(name);
  if (command === undefined) return [];
  const taking = takesValue(rest.at(-1), command);
  if (taking !== undefined) return valuesOf(taking, {command, rest, typed, sources});
  const [, option, start] = /^--([^=]+)=(.*)$/s.exec(typed) ?? [];
  if (option !== undefined && start !== undefined) {
    const values = await valuesOf(option, {command, rest, typed: start, sources});
    return values.map(({value, about}) => ({value: `--${option}=${value}`, about}));
  }
  return typed.startsWith('-') ? optionsOf(command) : argumentsOf(name, typed, sources);
}

async function commandsOf({command}: Sources): Promise<readonly Candidate[]> {
  const commands = await Promise.all(commandNames.map(command));
  return commands.flatMap(found => (found ? [{value: found.name, about: found.summary}] : []));
}

function optionsOf({options}: Command): readonly Candidate[] {
  const own = Object.entries(options).map(([name, {summary}]) => ({
    value: `--${name}`,
    about: summary,
  }));
  return [...own, {value: '--help', about: 'Show this help'}];
}

/** The option that waits for its value, if the word before is one. */
function takesValue(word: string | undefined, {options}: Command): string | undefined {
  if (word?.startsWith('--') !== true || word.includes('=')) return undefined;
  const option = options[word.slice(2)];
  return option?.type === 'string' && option.bare === undefined ? word.slice(2) : undefined;
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'lint format': ['text', 'json', 'sarif', 'github', 'junit'],
  'lint fail-on': ['error', 'warning', 'info'],
  'run format': ['text', 'ndjson'],
  'run allow': ['read', 'change', 'destroy'],
  'doctor format': ['text', 'json'],
  'export to': ['sh'],
};

type Place = {
  readonly command: Command;
  readonly rest: readonly string[];
  readonly typed: string;
  readonly sources: Sources;
};

async function valuesOf(
  option: string,
  {command, rest, typed, sources}: Place,
): Promise<readonly Candidate[]> {
  const fixed = VALUES[`${command.name} ${option}`];
  if (fixed !== undefined) return fixed.map(value => ({value, about: ''}));
  if (!['from', 'only', 'set'].includes(option)) return [];
  const runbook = await runbookAmong(rest, sources);
  if (runbook === undefined) return [];
  if (option === 'set') {
    return runbook.inputs.map(({name, description}) => ({value: `${name}=`, about: description}));
  }
  const steps = stepsOf(runbook, '');
  if (option === 'from') return steps;
  const list = typed.replace(/[^,]*$/, '');
  return [...PHASES.map(value => ({value, about: 'phase'})), ...steps].map(({value, about}) => ({
    value: `${list}${value}`,
    about,
  }));
}

/** The runbook that an earlier word of the line names. */
async function runbookAmong(
  words: readonly string[],
  {registry}: Sources,
): Promise<Runbook | undefined> {
  const all = await registry();
  return words
    .filter(word => !word.startsWith('-'))
    .flatMap(word => findRunbooks(all, word.replace(/#.*$/, '')))
    .at(0);
}

async function argumentsOf(
  command: string,
  typed: string,
  {registry, rules}: Sources,
): Promise<readonly Candidate[]> {
  if (command === 'completion') return ['bash', 'zsh', 'fish'].map(value => ({value, about: ''}));
  if (command === 'explain') return rules();
  if (!['run', 'show', 'export'].includes(command)) return [];
  const all = await registry();
  const [, slug] = /^(.+)#/.exec(typed) ?? [];
  if (slug !== undefined && command !== 'export') {
    const [runbook] = findRunbooks(all, slug);
    return runbook === undefined ? [] : stepsOf(runbook, `${slug}#`);
  }
  return all.runbooks.flatMap(({slug: value, alerts, title}) =>
    [value, ...alerts].map(name => ({value: name, about: title})),
  );
}

function stepsOf({steps}: Runbook, prefix: string): readonly Candidate[] {
  return steps.map(({name, kind, effect, title}) => ({
    value: `${prefix}${name}`,
    about: [kind === 'command' ? effect : kind, title ?? ''].filter(Boolean).join(': '),
  }));
}
