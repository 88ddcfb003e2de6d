import {canPick} from '../../runner';
import type {PickTerminal} from '../../runner';
import {loadConfig} from '../config';
import type {Io} from '../io';
import {loadProject} from '../project';
import {UserError} from '../user-error';
import {pickTarget} from './pick-target';

/** What to run, and whether it was picked from a list; undefined where the person would rather not. */
export async function nameOrPick(
  positionals: readonly string[],
  config: string | undefined,
  io: Io,
): Promise<{readonly name: string; readonly isPicked: boolean} | undefined> {
  const terminal: PickTerminal = {stdin: io.stdin, talk: io.stderr, term: io.env['TERM']};
  if (positionals.length > 0 || !canPick(terminal)) {
    return {name: nameOf(positionals), isPicked: false};
  }
  const {registry} = await loadProject(await loadConfig(io.cwd, config));
  const name = await pickTarget(registry, terminal);
  return name === undefined ? undefined : {name, isPicked: true};
}

function nameOf(positionals: readonly string[]): string {
  const [name, ...rest] = positionals;
  if (name === undefined) {
    throw new UserError('`runbook run` needs the name of a runbook or a step.', {
      hint: 'Type `runbook list` to see the runbooks.',
    });
  }
  if (rest.length > 0) {
    throw new UserError(`\`runbook run\` takes one runbook, and \`${rest.join(' ')}\` is more.`, {
      hint: 'Values of inputs are given as `--set NAME=VALUE`; several runbooks run with `--parallel`.',
    });
  }
  return name;
}
