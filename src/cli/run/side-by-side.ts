import {
  ndjsonReporter,
  palette,
  planText,
  prometheusQuery,
  runPlan,
  spawn,
  textReporter,
} from '../../runner';
import type {Emit, RunDeps} from '../../runner';
import {loadConfig} from '../config';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {hasColor} from '../io';
import type {Io} from '../io';
import {UserError} from '../user-error';
import {endAllOnSignal} from './end-all';
import {heldOutput, turns} from './held-output';
import {invocationOf} from './invocation';
import {lendKube} from './kube';
import {prepareSides} from './prepare-sides';
import type {Side, SideValues} from './prepare-sides';
import {recordRequest, startRecord} from './run-recording';
import {stepChange} from './step-change';

/**
 * Runs the `read` steps of several runbooks, so many at a time. What a step prints comes whole when
 * the step has ended, under the name of its runbook.
 */
export async function runSideBySide(
  names: readonly string[],
  values: SideValues,
  io: Io,
): Promise<ExitCode> {
  const width = readWidth(values.parallel);
  if (names.length === 0) {
    throw new UserError('`runbook run --parallel` needs the names of runbooks.', {
      hint: 'Type `runbook list` to see them.',
    });
  }
  const sides = await prepareSides([...new Set(names)], values, io);
  if (values['dry-run'] === true) {
    const paint = palette({color: hasColor(io.stdout, io.env)});
    for (const {plan} of sides) io.stdout.write(`${planText(plan, paint)}\n`);
    return EXIT_CODES.ok;
  }
  const project = (await loadConfig(io.cwd, values.config)).root;
  const end = endAllOnSignal(io);
  try {
    const outcomes = await runAll(sides, {width, values, project, signal: end.signal}, io);
    if (end.signal.aborted) return end.exitCode();
    return outcomes.every(outcome => outcome === 'succeeded') ? EXIT_CODES.ok : EXIT_CODES.failed;
  } finally {
    end.dispose();
  }
}

type Together = {
  readonly turn: ReturnType<typeof turns>;
  readonly values: SideValues;
  readonly signal: AbortSignal;
  /** Where the records go. */
  readonly project: string;
};

async function runAll(
  sides: readonly Side[],
  {width, ...rest}: Omit<Together, 'turn'> & {readonly width: number},
  io: Io,
): Promise<readonly string[]> {
  const together = {...rest, turn: turns()};
  const outcomes: string[] = [];
  const waiting = [...sides];
  async function work(): Promise<void> {
    for (let side = waiting.shift(); side !== undefined; side = waiting.shift()) {
      if (together.signal.aborted) return;
      outcomes.push(await runSide(side, together, io));
    }
  }
  await Promise.all(Array.from({length: Math.min(width, sides.length)}, work));
  return outcomes;
}

async function runSide(side: Side, together: Together, io: Io): Promise<string> {
  const {found, plan, settings} = side;
  const {format} = settings;
  const invocation = invocationOf(side.name, {values: together.values, settings, plan});
  const record = recordRequest(found, {
    called: invocation.target,
    selection: settings.selection,
    options: invocation.options,
    project: together.project,
    continues: null,
  });
  const recording = await startRecord(plan, record, io);
  if (recording === undefined) return 'failed';
  const kube = lendKube(side.kube, io.env);
  try {
    const deps = depsOf(side, {...together, env: kube.env}, io);
    const signal = AbortSignal.any([together.signal, recording.failed]);
    const {outcome} = await runPlan(plan, {...deps, emit: recording.before(deps.emit), signal});
    return recording.finish({format}) ? outcome : 'failed';
  } finally {
    kube.dispose();
  }
}

function depsOf(
  side: Side,
  {turn, values, signal, env}: Together & {readonly env: Io['env']},
  io: Io,
): RunDeps {
  const {prometheus, format} = side.settings;
  const paint = palette({color: hasColor(io.stderr, io.env)});
  const heading = `\n${paint.bold(`══ ${side.plan.runbook.slug}`)}\n`;
  return {
    spawn,
    ask: null,
    query:
      prometheus === undefined
        ? () => Promise.reject(new Error('No Prometheus server is configured.'))
        : prometheusQuery(prometheus),
    emit: heldOutput(reporterOf(side, values, io), {
      turn,
      begin: async () => {
        if (format === 'text') io.stderr.write(heading);
      },
    }),
    signal,
    now: () => Math.round(performance.now()),
    env,
    cwd: io.cwd,
    changeOf: stepChange(side.found),
  };
}

function reporterOf({name, plan, settings}: Side, values: SideValues, io: Io): Emit {
  const {stdout, stderr, env} = io;
  if (settings.format === 'ndjson') return ndjsonReporter({stdout, time: () => new Date()});
  return textReporter({
    stdout,
    stderr,
    paint: palette({color: hasColor(stderr, env)}),
    invocation: invocationOf(name, {values, settings, plan}),
  });
}

/** More at a time would only wait for the same cluster. */
const WIDEST = 64;

function readWidth(text = ''): number {
  const width = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (width >= 1 && width <= WIDEST) return width;
  throw new UserError(`\`--parallel ${text}\`: expected a number from 1 to ${WIDEST}.`);
}
