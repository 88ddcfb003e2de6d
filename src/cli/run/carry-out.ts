import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {drawingOf, hasColor} from '../io';
import type {Io} from '../io';
import type {Step} from '../../core';
import {endOnSignal} from './end-on-signal';
import {lendKube} from './kube';
import type {PinnedKube} from './kube';
import {
  ndjsonReporter,
  palette,
  progressReporter,
  prometheusQuery,
  runPlan,
  spawn,
  terminalAsk,
  textReporter,
} from '../../runner';
import type {Emit, Invocation, Memory, Plan, PrometheusAddress, Query, Spawn} from '../../runner';
import {startRecord} from './run-recording';
import type {RecordRequest} from './run-recording';

export type CarryOutOptions = {
  readonly format: 'text' | 'ndjson';
  readonly person: 'present' | 'absent';
  readonly prometheus: PrometheusAddress | undefined;
  readonly invocation: Invocation;
  readonly record: RecordRequest;
  readonly kube: PinnedKube | null;
  readonly changeOf: (step: Step) => Promise<string | null>;
  readonly memory: Memory | undefined;
};

/** Runs a plan with the person, the signals and the streams of this process. */
export async function carryOut(plan: Plan, options: CarryOutOptions, io: Io): Promise<ExitCode> {
  const recording = await startRecord(plan, options.record, io);
  if (recording === undefined) return EXIT_CODES.failed;
  const terminal = lendTerminal(spawn);
  const end = endOnSignal(io, terminal);
  const kube = lendKube(options.kube, io.env);
  try {
    const {outcome} = await runPlan(plan, {
      spawn: terminal.spawn,
      ask:
        options.person === 'present'
          ? recording.overhear(
              terminalAsk({stdin: io.stdin, talk: io.stderr, term: io.env['TERM']}),
            )
          : null,
      query: options.prometheus === undefined ? noQuery : prometheusQuery(options.prometheus),
      emit: recording.before(reporter(options, recording.id, io)),
      signal: AbortSignal.any([end.signal, recording.failed]),
      now: () => Math.round(performance.now()),
      env: kube.env,
      cwd: io.cwd,
      changeOf: options.changeOf,
      ...(options.memory && {memory: options.memory}),
      ...(options.person === 'present' && {interrupts: end.interrupts}),
    });
    if (!recording.finish(options)) return EXIT_CODES.failed;
    if (outcome === 'interrupted') return end.exitCode();
    return outcome === 'succeeded' ? EXIT_CODES.ok : EXIT_CODES.failed;
  } finally {
    kube.dispose();
    end.dispose();
  }
}

function reporter(
  {format, invocation}: CarryOutOptions,
  runId: string,
  {stdout, stderr, env}: Io,
): Emit {
  const paint = palette({color: hasColor(stderr, env)});
  const words = {stderr, paint, invocation, drawing: drawingOf(env)};
  if (format === 'text') return textReporter({stdout, runId, ...words});
  const lines = ndjsonReporter({stdout, time: () => new Date()});
  if (stderr.isTTY !== true) return lines;
  const progress = progressReporter(words);
  return async event => {
    await lines(event);
    await progress(event);
  };
}

/** A plan with queries is refused where no server is named. */
const noQuery: Query = () => Promise.reject(new Error('No Prometheus server is configured.'));

type LentTerminal = {readonly spawn: Spawn; readonly isLent: () => boolean};

/** Knows when a command has the terminal: Ctrl-C is then meant for it. */
function lendTerminal(spawn: Spawn): LentTerminal {
  let lent = 0;
  return {
    isLent: () => lent > 0,
    spawn(request, take) {
      const running = spawn(request, take);
      if (request.stdio !== 'terminal') return running;
      lent++;
      return {...running, ended: running.ended.finally(() => lent--)};
    },
  };
}
