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
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {hasColor} from '../io';
import type {Io} from '../io';
import {UserError} from '../user-error';
import {endAllOnSignal} from './end-all';
import {heldOutput, turns} from './held-output';
import {prepareSides} from './prepare-sides';
import type {Side, SideValues} from './prepare-sides';
import {repeatedOptions} from './settings';

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
  const end = endAllOnSignal(io);
  try {
    const outcomes = await runAll(sides, {width, values, signal: end.signal}, io);
    if (end.signal.aborted) return end.exitCode();
    return outcomes.every(outcome => outcome === 'succeeded') ? EXIT_CODES.ok : EXIT_CODES.failed;
  } finally {
    end.dispose();
  }
}

async function runAll(
  sides: readonly Side[],
  {
    width,
    values,
    signal,
  }: {readonly width: number; readonly values: SideValues; readonly signal: AbortSignal},
  io: Io,
): Promise<readonly string[]> {
  const turn = turns();
  const outcomes: string[] = [];
  const waiting = [...sides];
  async function work(): Promise<void> {
    for (let side = waiting.shift(); side !== undefined; side = waiting.shift()) {
      if (signal.aborted) return;
      const {outcome} = await runPlan(side.plan, depsOf(side, {turn, values, signal}, io));
      outcomes.push(outcome);
    }
  }
  await Promise.all(Array.from({length: Math.min(width, sides.length)}, work));
  return outcomes;
}

function depsOf(
  side: Side,
  {
    turn,
    values,
    signal,
  }: {
    readonly turn: ReturnType<typeof turns>;
    readonly values: SideValues;
    readonly signal: AbortSignal;
  },
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
    env: io.env,
    cwd: io.cwd,
  };
}

function reporterOf({name, plan, settings}: Side, values: SideValues, io: Io): Emit {
  const {stdout, stderr, env} = io;
  if (settings.format === 'ndjson') return ndjsonReporter({stdout, time: () => new Date()});
  const isSecret = (input: string) =>
    plan.runbook.inputs.some(({name: own, type}) => own === input && type === 'secret');
  const selection = settings.selection.step !== null ? 'step' : 'only';
  return textReporter({
    stdout,
    stderr,
    paint: palette({color: hasColor(stderr, env)}),
    invocation: {
      target: name.replace(/#[^#]*$/, ''),
      selection,
      options: repeatedOptions(values, {settings, isSecret}),
    },
  });
}

/** More at a time would only wait for the same cluster. */
const WIDEST = 64;

function readWidth(text = ''): number {
  const width = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (width >= 1 && width <= WIDEST) return width;
  throw new UserError(`\`--parallel ${text}\`: expected a number from 1 to ${WIDEST}.`);
}
