import {printable} from '../../core';
import type {Step} from '../../core';
import {formatDuration} from '../duration';
import type {Emit, RunEvent, StepResult} from '../events';
import type {Plan, PlannedStep} from '../plan';
import {sampleTable} from '../query';
import type {Drawing} from '../query';
import {framedOutput} from './framed-output';
import type {FramedOutput, Screen} from './framed-output';
import {longOutput} from './long-output';
import {nextCommand} from './next-command';
import type {Invocation} from './next-command';
import {changeLines, failureWords, passedWords, seenWords, skipWords} from './outcome-words';
import type {Palette} from './palette';
import {polledValues} from './polled-values';
import {kubeWords, placeOf, scriptLines, traitWords} from './step-words';
import {undoLines} from './undo-words';

export type TextReporterOptions = {
  readonly stdout: Screen;
  readonly stderr: Screen;
  /** Colours of the talk, which goes to stderr. */
  readonly paint: Palette;
  readonly invocation: Invocation;
  /** Names the record that keeps all of the output. */
  readonly runId?: string | null;
  /** What bars and curves are drawn with. */
  readonly drawing?: Drawing;
};

/** Stands before the output of the step that runs. */
const BAR = '  │ ';

/** Tells a person how a run goes: the output of commands on stdout, the talk on stderr. */
export function textReporter({
  stdout,
  stderr,
  paint,
  invocation,
  runId = null,
  drawing = 'blocks',
}: TextReporterOptions): Emit {
  const screen = framedOutput({stdout, stderr});
  const long = longOutput(screen, {
    isTerminal: stream => (stream === 'stdout' ? stdout : stderr).isTTY === true,
    whereAllIs: step => (runId === null ? null : `runbook runs show ${runId} --output ${step}`),
  });
  const answers = new Map<string, string>();
  let plan: Plan | undefined;
  let current: Step | undefined;
  let lastWait = '';
  let polled = polledValues(drawing);
  const columns = stdout.isTTY === true ? (stdout.columns ?? 80) - BAR.length : 0;

  return async event => {
    switch (event.kind) {
      case 'plan':
        plan = event.plan;
        return screen.talk(planLines(event.plan, paint));
      case 'step-started':
        current = event.step;
        lastWait = '';
        polled = polledValues(drawing);
        return screen.talk(startLines(event, plan, paint));
      case 'chunk': {
        const {step, stream, bytes} = event;
        const bar = step === current ? BAR : `  ${step.name} │ `;
        return long.output({step: step.name, stream, bytes, bar});
      }
      case 'waiting': {
        const words = waitWords(event);
        if (event.remainingMs !== null && event.wait.kind === 'expectation') {
          polled.saw(event.wait);
          const left = `${formatDuration(event.remainingMs)} left: ${words}`;
          await screen.status(`  … ${[left, polled.course()].filter(Boolean).join('  ')}`);
          if (stderr.isTTY === true) return undefined;
        }
        if (words === lastWait) return undefined;
        lastWait = words;
        return screen.talk([`  … ${words}`]);
      }
      case 'asked':
        if (event.question.kind === 'input') answers.set(event.question.name, event.answer);
        return undefined;
      case 'step-ready':
        return screen.talk([`${paint.good('✓')} ${event.step.name} is running`]);
      case 'step-ended':
        await long.end(event.result.step.name);
        return endStep(event.result, {
          screen,
          paint,
          table: {columns, drawing},
          course: polled.course(event.result),
        });
      case 'run-ended':
        return plan && screen.talk(runEndLines(event, {plan, paint, answers, invocation}));
      case 'undo-offered':
        return screen.talk(undoLines(event, {invocation}));
    }
  };
}

function planLines({runbook, steps, leftOut, kube}: Plan, {bold, dim}: Palette): readonly string[] {
  const count = steps.length === 1 ? '1 step' : `${steps.length} steps`;
  const excluded = leftOut.filter(({why}) => why !== 'not-chosen').length;
  const rest = excluded === 0 ? '' : `, ${excluded} left out (--dry-run lists them)`;
  return [
    `${bold(runbook.title)}  ${dim(runbook.path)}`,
    dim(`${count}${rest}`),
    ...(kube === null ? [] : [kubeWords(kube)]),
  ];
}

function startLines(
  {step, position, total}: Extract<RunEvent, {readonly kind: 'step-started'}>,
  plan: Plan | undefined,
  paint: Palette,
): readonly string[] {
  const planned = plan?.steps.find(candidate => candidate.step === step);
  const traits = planned === undefined ? step.kind : traitWords(planned).join(', ');
  const place = plan === undefined ? '' : placeOf(plan.runbook, step);
  return [
    '',
    `${paint.bold(`▶ ${position}/${total} ${step.name}`)}  ${paint.effect[step.effect](traits)}  ${paint.dim(place)}`,
    ...(step.title === null ? [] : [`  ${paint.dim(step.title)}`]),
    ...(step.kind === 'manual' ? scriptLines(step).map(line => `  ${line}`) : []),
  ];
}

async function endStep(
  result: StepResult,
  {
    screen,
    paint,
    table: room,
    course,
  }: {
    readonly screen: FramedOutput;
    readonly paint: Palette;
    readonly table: Parameters<typeof sampleTable>[1];
    /** Of a query that was waited for. */
    readonly course: string;
  },
): Promise<void> {
  const {step, answer, leftovers} = result;
  if (answer !== null) {
    const table = sampleTable(answer.samples, room).map(line => `${line}\n`);
    await screen.output({stream: 'stdout', bytes: Buffer.from(table.join('')), bar: BAR});
    await screen.endOutput(BAR);
    await screen.talk([
      ...answer.warnings.map(warning => `  Prometheus warns: ${printable(warning)}`),
      ...answer.infos.map(info => `  Prometheus remarks: ${printable(info)}`),
      ...(course === '' ? [] : [`  polled: ${course}`]),
    ]);
  }
  await screen.talk([
    // A command that had the terminal may have left the cursor anywhere.
    ...(step.kind === 'command' && step.interactive ? [''] : []),
    endLine(result, paint),
    ...changeLines(result.outcome),
    ...(leftovers
      ? [`  A process that ${step.name} started left its group and may still be running.`]
      : []),
  ]);
}

function endLine({step, outcome, durationMs, answer}: StepResult, paint: Palette): string {
  const time = durationMs === 0 ? '' : `  ${paint.dim(formatDuration(durationMs))}`;
  switch (outcome.kind) {
    case 'succeeded': {
      const isJudged = step.kind === 'query' && step.expect !== null && answer !== null;
      const why = isJudged ? `: ${passedWords(step.expect, answer.samples)}` : '';
      return `${paint.good('✓')} ${step.name}${why}${time}`;
    }
    case 'skipped':
      return `${paint.dim('–')} ${step.name}: ${skipWords(outcome.why)}`;
    case 'failed':
      return `${paint.bad('✗')} ${step.name}: ${failureWords(outcome.failure, step)}${time}`;
    case 'stopped':
      return `${paint.bad('✗')} ${step.name}: not run, you said stop`;
    case 'canceled':
      return `${paint.bad('✗')} ${step.name}: ended before it was done${time}`;
  }
}

function waitWords({step, wait}: Extract<RunEvent, {readonly kind: 'waiting'}>): string {
  switch (wait.kind) {
    case 'ready':
      return `waiting until ${step.name} is ready (${wait.ready})`;
    case 'expectation':
      return seenWords(wait.expect, wait.seen);
    case 'hold':
      return 'running until Ctrl-C';
  }
}

const HEADLINES = {
  succeeded: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
} as const;

function runEndLines(
  {
    result: {outcome, results, notBegun, durationMs},
  }: Extract<RunEvent, {readonly kind: 'run-ended'}>,
  {
    plan,
    paint,
    answers,
    invocation,
  }: {
    readonly plan: Plan;
    readonly paint: Palette;
    readonly answers: ReadonlyMap<string, string>;
    readonly invocation: Invocation;
  },
): readonly string[] {
  const counts = [
    `${results.filter(({outcome}) => outcome.kind === 'succeeded').length} done`,
    countWords(results.filter(({outcome}) => outcome.kind === 'skipped').length, 'skipped'),
    countWords(notBegun.length, 'not begun'),
  ].filter(words => words !== '');
  const colored = outcome === 'succeeded' ? paint.good : paint.bad;
  const headline = `${colored(HEADLINES[outcome])}: ${counts.join(', ')}  ${paint.dim(formatDuration(durationMs))}`;
  const culprit = culpritOf(results, notBegun);
  if (outcome === 'succeeded' || culprit === undefined) return ['', headline];
  return [
    '',
    headline,
    `  at ${culprit.name}, ${placeOf(plan.runbook, culprit)}`,
    `  To go on: ${nextCommand(chosenFor(culprit, plan.steps), {plan, notBegun, answers, invocation})}`,
  ];
}

/** A background step that died is the reason, not the step that ran when it did. */
function culpritOf(results: readonly StepResult[], notBegun: readonly Step[]): Step | undefined {
  const failed = results.findLast(({outcome}) => outcome.kind === 'failed');
  const halted = results.find(
    ({outcome}) => outcome.kind === 'stopped' || outcome.kind === 'canceled',
  );
  return (failed ?? halted)?.step ?? notBegun[0];
}

/** The step of the person's choice for whose sake another one was run. */
function chosenFor(step: Step, steps: readonly PlannedStep[]): Step {
  const reason = steps.find(planned => planned.step === step)?.reason;
  if (reason?.kind !== 'needed') return step;
  const dependent = steps.find(planned => planned.step.name === reason.by)?.step;
  return dependent === undefined ? step : chosenFor(dependent, steps);
}

function countWords(count: number, words: string): string {
  return count === 0 ? '' : `${count} ${words}`;
}
