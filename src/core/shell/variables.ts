import type {ParameterExpansionPart, SimpleExpansionPart} from 'unbash';
import type {Context, Sink} from './sink';
import type {Quote, Variable, Word} from './types';
import {span, variableName} from './word';

type By = Extract<Variable, {kind: 'definition'}>['by'];

const NAME = /^[A-Za-z_]\w*$/;

export function useVariable(
  part: SimpleExpansionPart | ParameterExpansionPart,
  quote: Quote,
  {place, scope}: Context,
  sink: Sink,
): void {
  const variable = variableName(part);
  if (variable === undefined) return;
  const name = span(variable, place);
  sink.variables.push({
    kind: 'use',
    name: variable.name,
    nameStart: name.start,
    nameEnd: name.end,
    quote,
    operator: variable.operator,
    special: !NAME.test(variable.name),
    scope,
    ...span(part, place),
  });
}

/** A bare name in arithmetic, where `$` is not needed. */
export function useName(
  name: string,
  node: {readonly pos: number; readonly end: number},
  {place, scope}: Context,
  sink: Sink,
): void {
  const at = span({pos: node.pos, end: node.pos + name.length}, place);
  sink.variables.push({
    kind: 'use',
    name,
    nameStart: at.start,
    nameEnd: at.end,
    quote: 'arithmetic',
    operator: undefined,
    special: false,
    scope,
    ...at,
  });
}

export function defineName(word: Word, by: By, {scope}: Context, sink: Sink): void {
  const name = word.value?.replace(/\[.*$/, '');
  if (name === undefined || !NAME.test(name)) return;
  sink.variables.push({
    kind: 'definition',
    by,
    name,
    nameStart: word.start,
    nameEnd: word.start + name.length,
    scope,
    start: word.start,
    end: word.end,
  });
}

/** `${NAME:=value}` gives the variable its value. */
export function defineDefault(
  part: ParameterExpansionPart,
  {place, scope}: Context,
  sink: Sink,
): void {
  sink.variables.push({
    kind: 'definition',
    by: 'default',
    name: part.parameter,
    nameStart: place(part.parameterPos),
    nameEnd: place(part.parameterEnd),
    scope,
    ...span(part, place),
  });
}

/** `export NAME` and `readonly NAME` are not here: they pass a value on and make none. */
const DECLARING = new Set(['declare', 'typeset', 'local']);
/** The options that take the next word; what is left are the names. */
const READING: ReadonlyMap<string, RegExp> = new Map([
  ['read', /^-[A-Za-z]*[dinNptu]$/],
  ['mapfile', /^-[A-Za-z]*[dnOsuCc]$/],
  ['readarray', /^-[A-Za-z]*[dnOsuCc]$/],
]);

/** Definitions that a builtin makes from its arguments: `read A B`, `local A`, `printf -v A`. */
export function defineByCommand(
  name: Word | undefined,
  args: readonly Word[],
  context: Context,
  sink: Sink,
): void {
  const command = name?.value ?? '';
  for (const word of readTargets(command, args)) defineName(word, 'read', context, sink);
  if (!DECLARING.has(command)) return;
  for (const word of args) defineName(word, 'declare', context, sink);
}

function readTargets(command: string, args: readonly Word[]): readonly Word[] {
  if (command === 'printf') return args[0]?.value === '-v' ? args.slice(1, 2) : [];
  if (command === 'getopts') return args.slice(1, 2);
  const taking = READING.get(command);
  if (taking === undefined) return [];
  return args.filter((word, index) => {
    const before = args[index - 1]?.value ?? '';
    return !taking.test(before) && word.value?.startsWith('-') === false;
  });
}
