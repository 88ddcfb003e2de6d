import {promqlReferences} from '../promql';
import {allVariables} from '../shell';
import type {Shell, SimpleCommand, Word} from '../shell';
import type {Block} from './markdown-document';
import type {Step} from './runbook';

/**
 * What a value becomes where it is used: a word of its own, text inside double quotes, or text
 * inside a PromQL literal with this quote. A `variable` can only stay one: in a here-document, in
 * arithmetic, in `${NAME:-…}`, in a script inside quotes.
 */
export const INPUT_USE_KINDS = ['word', 'quoted', 'variable', '"', "'", '`'] as const;

/** One place in the text of a block that refers to an input; the range is half-open. */
export type InputUse = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly as: (typeof INPUT_USE_KINDS)[number];
};

export type InputUses = {
  readonly uses: readonly InputUse[];
  /** True where a script would go on after a command that has failed for want of a value. */
  readonly goesOn: boolean;
};

const NONE: InputUses = {uses: [], goesOn: false};

/** Where the block of a step refers to the inputs of its page. */
export function inputUses(step: Step, {text, shell}: Pick<Block, 'text' | 'shell'>): InputUses {
  const names = new Set(step.inputs);
  if (names.size === 0) return NONE;
  if (step.kind === 'query') return {uses: usesInQuery(text, names), goesOn: false};
  if (shell === undefined || shell.errors.length > 0) return NONE;
  return {uses: usesInScript(shell, names), goesOn: goesOn(shell, step)};
}

function usesInQuery(text: string, names: ReadonlySet<string>): readonly InputUse[] {
  return promqlReferences(text)
    .filter(({name}) => names.has(name))
    .map(({name, start, end, quote}) => ({name, start, end, as: quote}));
}

function usesInScript(shell: Shell, names: ReadonlySet<string>): readonly InputUse[] {
  const variables = allVariables(shell).filter(({name}) => names.has(name));
  const kept = new Set([
    ...variables.filter(({kind}) => kind === 'definition').map(({name}) => name),
    // `export NAME`, `printenv NAME` and their like need it to be there.
    ...shell.commands.flatMap(({args}) => args.map(({value}) => value)),
  ]);
  const replaceable = replaceableAt(shell);
  return variables
    .filter(({kind}) => kind === 'use')
    .map(({name, start, end}) => {
      const as = kept.has(name) ? undefined : replaceable.get(start);
      return {name, start, end, as: as ?? 'variable'};
    });
}

/** The plain uses of variables in words of commands, by where they start. */
function replaceableAt({script, commands}: Shell): ReadonlyMap<number, 'word' | 'quoted'> {
  const found = new Map<number, 'word' | 'quoted'>();
  for (const command of commands) {
    // In backquotes a backslash has other meanings.
    if (command.within.some(({start}) => script[start] === '`')) continue;
    for (const part of wordsOf(command).flatMap(({parts}) => parts)) {
      if (part.kind !== 'variable' || part.operator !== undefined) continue;
      if (part.quote === 'none') found.set(part.start, 'word');
      if (part.quote === 'double') found.set(part.start, 'quoted');
    }
  }
  return found;
}

/** Not the name of the command: as plain text it could be a keyword or an alias. */
function wordsOf({args, assignments, redirects}: SimpleCommand): readonly Word[] {
  return [
    ...args,
    ...assignments.flatMap(({value, elements}) => (value ? [value, ...elements] : elements)),
    ...redirects.flatMap(({target}) => (target ? [target] : [])),
  ];
}

/** A lone command stops with its expansion, and a pipe that only looks does no harm without input. */
function goesOn({commands, pipelines, redirects}: Shell, {effect}: Step): boolean {
  if (commands.length === 1) return false;
  return pipelines.length > 1 || effect !== 'read' || redirects.length > 0;
}
