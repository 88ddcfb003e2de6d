import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {hasColor} from '../io';
import type {EndSignal, Io} from '../io';
import type {Step} from '../../core';
import {lendKube} from './kube';
import type {PinnedKube} from './kube';
import {
  killTrackedGroups,
  ndjsonReporter,
  palette,
  prometheusQuery,
  runPlan,
  spawn,
  terminalAsk,
  textReporter,
} from '../../runner';
import type {Emit, Invocation, Plan, PrometheusAddress, Query, Spawn} from '../../runner';

export type CarryOutOptions = {
  readonly format: 'text' | 'ndjson';
  readonly person: 'present' | 'absent';
  readonly prometheus: PrometheusAddress | undefined;
  readonly invocation: Invocation;
  readonly kube: PinnedKube | null;
  readonly changeOf: (step: Step) => Promise<string | null>;
};

/** Runs a plan with the person, the signals and the streams of this process. */
export async function carryOut(plan: Plan, options: CarryOutOptions, io: Io): Promise<ExitCode> {
  const terminal = lendTerminal(spawn);
  const end = endOnSignal(io, terminal);
  const kube = lendKube(options.kube, io.env);
  try {
    const {outcome} = await runPlan(plan, {
      spawn: terminal.spawn,
      ask:
        options.person === 'present'
          ? terminalAsk({stdin: io.stdin, talk: io.stderr, term: io.env['TERM']})
          : null,
      query: options.prometheus === undefined ? noQuery : prometheusQuery(options.prometheus),
      emit: reporter(options, io),
      signal: end.signal,
      now: () => Math.round(performance.now()),
      env: kube.env,
      cwd: io.cwd,
      changeOf: options.changeOf,
    });
    if (outcome === 'interrupted') return end.exitCode();
    return outcome === 'succeeded' ? EXIT_CODES.ok : EXIT_CODES.failed;
  } finally {
    kube.dispose();
    end.dispose();
  }
}

function reporter({format, invocation}: CarryOutOptions, {stdout, stderr, env}: Io): Emit {
  if (format === 'ndjson') return ndjsonReporter({stdout, time: () => new Date()});
  const paint = palette({color: hasColor(stderr, env)});
  return textReporter({stdout, stderr, paint, invocation});
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

/** The first signal ends the run in order, the second one at once. */
function endOnSignal(io: Io, terminal: LentTerminal) {
  const controller = new AbortController();
  let received: EndSignal | undefined;
  const removeListener = io.onSignal(signal => {
    if (signal === 'SIGINT' && terminal.isLent()) return;
    if (received !== undefined) {
      killTrackedGroups();
      return;
    }
    received = signal;
    const hint = signal === 'SIGINT' ? ' Ctrl-C again ends it at once.' : '';
    io.stderr.write(`\nEnding what runs.${hint}\n`);
    controller.abort();
  });
  /** Whoever read our output has gone, as with `| head`. */
  const onClosed = () => controller.abort();
  io.stdout.on('error', onClosed);
  return {
    signal: controller.signal,
    exitCode(): ExitCode {
      if (received === undefined) return EXIT_CODES.failed;
      return received === 'SIGINT' ? EXIT_CODES.interrupted : EXIT_CODES.terminated;
    },
    dispose(): void {
      removeListener();
      io.stdout.off('error', onClosed);
    },
  };
}
