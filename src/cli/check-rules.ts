import {isEngineRule, readSetting} from '../core';
import type {Rule, SettingProblem} from '../core';
import {closest} from '../core/closest';
import type {LoadedConfig} from './config';
import type {UserError} from './user-error';

type Configurable = Pick<Rule, 'severity' | 'options'>;

/** Throws for the first rule of the configuration that is not there, or that its options do not fit. */
export function checkRules(loaded: LoadedConfig, known: readonly Rule[]): void {
  for (const [id, setting] of Object.entries(loaded.config.rules)) {
    const rule: Configurable | undefined =
      known.find(candidate => candidate.id === id) ?? engineRule(id);
    if (rule === undefined) throw unknownRule(id, loaded, known);
    const [problem] = readSetting(rule, setting).problems;
    if (problem !== undefined) throw misfit(problem, {...rule, id}, loaded);
  }
}

/** It is there whether its engine runs or not, and has no options. */
function engineRule(id: string): Configurable | undefined {
  return isEngineRule(id) ? {severity: 'warning'} : undefined;
}

function unknownRule(id: string, {errorAt}: LoadedConfig, known: readonly Rule[]): UserError {
  const ids = known.map(rule => rule.id);
  const near = closest(id, ids) ?? ids.find(other => other.endsWith(`/${id}`));
  return errorAt(
    ['rules', id],
    `There is no rule \`${id}\`.`,
    near ? `Did you mean \`${near}\`?` : 'Type `runbook explain` to see all of them.',
  );
}

function misfit(
  {path, code, expected}: SettingProblem,
  {id, options = {}}: Configurable & {readonly id: string},
  {errorAt}: LoadedConfig,
): UserError {
  const place = ['rules', id, ...path.filter(part => part !== undefined)];
  const [name] = path;
  if (code === 'unknown-option') {
    const names = ['severity', ...Object.keys(options)];
    const hint = expected === undefined ? undefined : `Did you mean \`${expected}\`?`;
    return errorAt(
      place,
      `\`${id}\` has no option \`${name}\`.`,
      hint ?? `It has ${names.map(option => `\`${option}\``).join(', ')}.`,
    );
  }
  const found = code === 'no-list' ? 'no list' : 'a word that does not fit';
  return errorAt(
    place,
    `Found ${found} in \`${name}\`, expected ${code === 'no-list' ? 'a list' : 'one'} such as \`${expected}\`.`,
    `Type \`runbook explain ${id}\` to see its options.`,
  );
}
