import {loadConfig} from '../config';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {findRunbook} from '../find-runbook';
import {hasColor, isInteractive} from '../io';
import type {Io} from '../io';
import {loadProject} from '../project';
import {carryOut} from '../run/carry-out';
import {pickTarget} from '../run/pick-target';
import {preparePlan, refusals} from '../run/prepare';
import {readSettings, repeatedOptions} from '../run/settings';
import type {RunSettings} from '../run/settings';
import {runSideBySide} from '../run/side-by-side';
import {UserError} from '../user-error';
import {canPick, ndjsonReporter, palette, planText} from '../../runner';
import type {PickTerminal, Plan, Surroundings} from '../../runner';

export default defineCommand({
  name: 'run',
  summary: 'Run a runbook, or one step of it',
  args: '[runbook[#step]]',
  options: {
    set: {
      type: 'string',
      multiple: true,
      value: 'NAME=VALUE',
      summary: 'Give an input its value; wins over the environment and the default',
    },
    from: {type: 'string', value: 'STEP', summary: 'Begin at this step'},
    only: {
      type: 'string',
      multiple: true,
      value: 'STEP|PHASE',
      summary: 'Run these steps, or those of a phase such as diagnosis',
    },
    'dry-run': {type: 'boolean', summary: 'Print the plan and start nothing'},
    yes: {
      type: 'boolean',
      summary: 'Do not ask for what --allow covers; pass over manual steps that nothing needs',
    },
    allow: {
      type: 'string',
      value: 'EFFECT',
      summary: 'With --yes: agree to steps up to read (the default), change or destroy',
    },
    prometheus: {
      type: 'string',
      value: 'URL',
      summary: 'The server that answers queries; else PROMETHEUS_URL',
    },
    timeout: {
      type: 'string',
      value: 'DURATION',
      summary: 'End a command that takes longer and whose tag says nothing (5m)',
    },
    format: {type: 'string', value: 'FORMAT', summary: 'text, or ndjson: one event a line'},
    config: {type: 'string', value: 'FILE', summary: 'Use this configuration'},
    parallel: {
      type: 'string',
      value: 'N',
      summary: 'Run the read steps of several runbooks, N at a time',
    },
  },
  examples: [
    ['What would be done?', 'runbook run high-error-rate --dry-run'],
    ['Look, and change nothing', 'runbook run HighErrorRate --only diagnosis'],
    ['One step, its input given', 'runbook run pod-crash-loop#describe-pod --set POD_NAME=web-1'],
    ['Without a person', 'runbook run high-error-rate --yes --allow change --set REVISION=41'],
  ],
  async run({values, positionals}, io) {
    if (values.parallel !== undefined) return runSideBySide(positionals, values, io);
    const isPicked = positionals.length === 0 && canPick(pickTerminal(io));
    const name = isPicked ? await pick(values.config, io) : nameOf(positionals);
    if (name === undefined) return EXIT_CODES.interrupted;
    const found = await findRunbook(name, {cwd: io.cwd, config: values.config});
    const settings = readSettings(values, {env: io.env, step: found.step?.name});
    const plan = preparePlan(found, settings, io);
    const surroundings = surroundingsOf(settings, io);
    const refused = refusals(plan, surroundings);
    if (values['dry-run']) return printPlan(plan, {settings, refused}, io);
    if (refused.length > 0) {
      throw new UserError(`Nothing was run.\n${refused.map(line => `- ${line}`).join('\n')}`);
    }
    // Whoever has picked it from a list has not seen yet what it will do.
    if (isPicked)
      io.stderr.write(`\n${planText(plan, palette({color: hasColor(io.stderr, io.env)}))}\n`);
    const isSecret = (input: string) =>
      plan.runbook.inputs.some(({name, type}) => name === input && type === 'secret');
    const {person} = surroundings;
    const {format, prometheus} = settings;
    const invocation = {
      target: name.replace(/#[^#]*$/, ''),
      selection: selectionKind(settings),
      options: repeatedOptions(values, {settings, isSecret}),
    } as const;
    return carryOut(plan, {format, person, prometheus, invocation}, io);
  },
});

/** On a terminal, whoever names no runbook may look for one. */
async function pick(config: string | undefined, io: Io): Promise<string | undefined> {
  const {registry} = await loadProject(await loadConfig(io.cwd, config));
  return pickTarget(registry, pickTerminal(io));
}

function pickTerminal({stdin, stderr, env}: Io): PickTerminal {
  return {stdin, talk: stderr, term: env['TERM']};
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
      hint: 'Values of inputs are given as `--set NAME=VALUE`.',
    });
  }
  return name;
}

function surroundingsOf({format, prometheus}: RunSettings, io: Io): Surroundings {
  const isPresent = isInteractive(io);
  return {
    person: isPresent ? 'present' : 'absent',
    terminal: isPresent && format === 'text' ? 'free' : 'missing',
    prometheus: prometheus === undefined ? 'missing' : 'configured',
  };
}

function selectionKind({selection: {step, only}}: RunSettings): 'step' | 'only' | 'rest' {
  if (step !== null) return 'step';
  return only.length > 0 ? 'only' : 'rest';
}

/** What would be refused is said beside the plan, so that it can be put right in one go. */
async function printPlan(
  plan: Plan,
  {settings, refused}: {readonly settings: RunSettings; readonly refused: readonly string[]},
  {stdout, stderr, env}: Io,
): Promise<ExitCode> {
  if (settings.format === 'ndjson') {
    await ndjsonReporter({stdout, time: () => new Date()})({kind: 'plan', plan});
  } else {
    stdout.write(planText(plan, palette({color: hasColor(stdout, env)})));
  }
  if (refused.length > 0) {
    stderr.write(`\nHere and now, this run would be refused:\n- ${refused.join('\n- ')}\n`);
  }
  return EXIT_CODES.ok;
}
