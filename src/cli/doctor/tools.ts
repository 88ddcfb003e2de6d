import {functionsDefined, parseShell, programsCalled} from '../../core';
import type {CalledProgram, Runbook} from '../../core';
import {fail, ok, warn} from './check';
import type {Check} from './check';
import type {Probe} from './probe';

/** A program, and the slugs of the runbooks that call it. */
export type NeededTool = {
  readonly name: string;
  readonly optional: boolean;
  readonly runbooks: readonly string[];
};

/** Every program that a command step, or the choices of an input, call on this machine. */
export function toolsOf(runbooks: readonly Runbook[]): readonly NeededTool[] {
  const tools = new Map<string, NeededTool>();
  for (const runbook of runbooks) {
    for (const {name, optional} of programsOf(runbook)) {
      const known = tools.get(name) ?? {name, optional: true, runbooks: []};
      tools.set(name, {
        name,
        optional: known.optional && optional,
        runbooks: [...new Set([...known.runbooks, runbook.slug])],
      });
    }
  }
  return [...tools.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function programsOf({steps, inputs}: Runbook): readonly CalledProgram[] {
  const scripts = [
    ...steps.flatMap(step => (step.kind === 'command' ? [step.script] : [])),
    ...inputs.flatMap(({choices}) => choices ?? []),
  ].map(parseShell);
  // A session keeps functions from block to block.
  const own = new Set(scripts.flatMap(functionsDefined));
  return scripts.flatMap(programsCalled).filter(({name}) => !own.has(name));
}

/** Bash itself knows best what it has: builtins and keywords are no programs. */
const TYPES = `for name in "$@"; do printf '%s\\t%s\\n' "$(type -t -- "$name")" "$name"; done`;

/** One line for what is there, and one for each program that is not. */
export async function checkTools(
  tools: readonly NeededTool[],
  probe: Probe,
): Promise<readonly Check[]> {
  if (tools.length === 0) return [];
  const names = tools.map(({name}) => name);
  const probed = await probe('bash', ['--norc', '-c', TYPES, 'doctor', ...names]);
  if (probed.kind !== 'answered') {
    return [warn('tools', 'not looked for, because bash does not answer', 'Mend bash first.')];
  }
  const types = new Map(
    probed.stdout.split('\n').map(line => {
      const [type = '', name = ''] = line.split('\t');
      return [name, type] as const;
    }),
  );
  const programs = tools.filter(({name}) => ['file', ''].includes(types.get(name) ?? ''));
  const missing = programs.filter(({name}) => types.get(name) !== 'file');
  const there = `${programs.length - missing.length} of ${programs.length} that the runbooks call are here`;
  return [ok('tools', there), ...missing.map(toCheck)];
}

function toCheck({name, optional, runbooks}: NeededTool): Check {
  const users = runbooks.join(', ');
  return optional
    ? warn(name, `not found; ${users} can do without`, `Install \`${name}\` for more.`)
    : fail(name, `not found; needed by ${users}`, `Install \`${name}\`, or mind those steps.`);
}
