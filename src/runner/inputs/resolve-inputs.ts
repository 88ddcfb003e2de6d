import type {Input, Step} from '../../core';
import type {InputValue, PlannedInput} from '../plan';
import {inChoiceOrder} from './choice-needs';
import {validateInput} from './validate-input';
import type {InputFlaw} from './validate-input';

/** A value that somebody gave and that does not fit. */
export type InputProblem = {
  readonly input: Input;
  readonly given: InputValue;
  readonly flaw: InputFlaw;
};

export type ResolvedInputs = {
  readonly inputs: readonly PlannedInput[];
  readonly problems: readonly InputProblem[];
};

/**
 * Gives each input that a step uses its value: `--set`, else the environment file, else the
 * environment, else its default.
 */
export function resolveInputs(
  declared: readonly Input[],
  {
    steps,
    set,
    envFile = new Map(),
    env,
  }: {
    readonly steps: readonly Step[];
    readonly set: ReadonlyMap<string, string>;
    readonly envFile?: ReadonlyMap<string, string>;
    readonly env: Readonly<Record<string, string | undefined>>;
  },
): ResolvedInputs {
  const named = steps.flatMap(step => step.inputs);
  const used = new Set(inChoiceOrder(named, declared).map(({name}) => name));
  const inputs = declared
    .filter(({name}) => used.has(name))
    .map(input => ({input, given: valueOf(input, {set, envFile, env})}));
  return {
    inputs,
    problems: inputs.flatMap(({input, given}) => {
      const flaw = given === null ? undefined : validateInput(input, given.value);
      return given === null || flaw === undefined ? [] : [{input, given, flaw}];
    }),
  };
}

/** A variable that is set and empty gives nothing: scripts and CI systems export such by accident. */
function valueOf(
  {name, default: fallback}: Input,
  {
    set,
    envFile,
    env,
  }: {
    readonly set: ReadonlyMap<string, string>;
    readonly envFile: ReadonlyMap<string, string>;
    readonly env: Readonly<Record<string, string | undefined>>;
  },
): InputValue | null {
  const explicit = set.get(name);
  if (explicit !== undefined) return {value: explicit, origin: '--set'};
  const filed = envFile.get(name);
  if (filed !== undefined && filed !== '') return {value: filed, origin: '--env-file'};
  const inherited = env[name];
  if (inherited !== undefined && inherited !== '') return {value: inherited, origin: 'environment'};
  return fallback === null ? null : {value: fallback, origin: 'default'};
}
