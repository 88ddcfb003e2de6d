import {resolve} from 'node:path';
import {loadConfig} from '../config';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {findRunbook} from '../find-runbook';
import {hasColor, isInteractive} from '../io';
import type {Io} from '../io';
import {carryOut} from '../run/carry-out';
import {invocationOf} from '../run/invocation';
import {nameOrPick} from '../run/name-or-pick';
import {pinPlan} from '../run/pinned-plan';
import {preparePlan} from '../run/prepare';
import {rememberedAnswers} from '../run/remembered-answers';
import {priorRun, resume} from '../run/resume';
import {recordRequest} from '../run/run-recording';
import {readSettings} from '../run/settings';
import type {RunSettings} from '../run/settings';
import {runSideBySide} from '../run/side-by-side';
import {stepChange} from '../run/step-change';
import {UserError} from '../user-error';
import {ndjsonReporter, palette, planText} from '../../runner';
import type {Plan, Surroundings} from '../../runner';

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
    resume: {type: 'string', value: 'ID', summary: 'Go on with a recorded run; last is the newest'},
    'accept-changes': {type: 'boolean', summary: 'With --resume: the page may have changed'},
    context: {
      type: 'string',
      value: 'NAME',
      summary: 'The kube context to act on; else the current one',
    },
    'env-file': {
      type: 'string',
      value: 'FILE',
      summary: 'Take values of inputs from NAME=VALUE lines; --set wins over them',
    },
    'no-remember': {
      type: 'boolean',
      summary: 'Neither offer the answers of earlier runs nor keep those of this one',
    },
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
    ['Go on where a run has failed', 'runbook run --resume last'],
    ['Without a person', 'runbook run high-error-rate --yes --allow change --set REVISION=41'],
  ],
  async run({values, positionals}, given) {
    if (values.parallel !== undefined) return runSideBySide(positionals, values, given);
    const project = (await loadConfig(given.cwd, values.config)).root;
    const prior = await priorRun(project, {values, positionals});
    const io = prior === undefined ? given : {...given, cwd: prior.begun.where.cwd};
    const target =
      prior === undefined
        ? await nameOrPick(positionals, values.config, io)
        : {name: prior.begun.called, isPicked: false};
    if (target === undefined) return EXIT_CODES.interrupted;
    const config = values.config && resolve(given.cwd, values.config);
    const found = await findRunbook(target.name, {cwd: io.cwd, config});
    const fresh = readSettings(values, {env: io.env, step: found.step?.name});
    const changes = values['accept-changes'] === true ? 'accepted' : 'refused';
    const settings =
      prior === undefined ? fresh : resume(found, {record: prior, settings: fresh, changes});
    const surroundings = surroundingsOf(settings, io);
    const prepared = preparePlan(found, settings, io);
    const {plan, kube, refused} = pinPlan(prepared, {found, settings, surroundings}, io);
    if (values['dry-run']) return printPlan(plan, {settings, refused}, io);
    if (refused.length > 0) {
      throw new UserError(`Nothing was run.\n${refused.map(line => `- ${line}`).join('\n')}`);
    }
    // Whoever has picked it from a list has not seen yet what it will do.
    if (target.isPicked) {
      io.stderr.write(`\n${planText(plan, palette({color: hasColor(io.stderr, io.env)}))}\n`);
    }
    const {format, prometheus} = settings;
    const invocation = invocationOf(target.name, {values, settings, plan});
    const record = recordRequest(found, {
      called: invocation.target,
      selection: settings.selection,
      options: invocation.options,
      project,
      continues: prior?.id ?? null,
    });
    const {person} = surroundings;
    const changeOf = stepChange(found);
    const memory = values['no-remember'] ? undefined : rememberedAnswers(plan, io.env);
    return carryOut(
      plan,
      {format, person, prometheus, invocation, kube, changeOf, memory, record},
      io,
    );
  },
});

function surroundingsOf({format, prometheus}: RunSettings, io: Io): Surroundings {
  const isPresent = isInteractive(io);
  return {
    person: isPresent ? 'present' : 'absent',
    terminal: isPresent && format === 'text' ? 'free' : 'missing',
    prometheus: prometheus === undefined ? 'missing' : 'configured',
  };
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
