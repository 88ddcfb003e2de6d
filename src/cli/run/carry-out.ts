import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {hasColor} from '../io';
import type {Io} from '../io';
import {endOnSignal} from './end-on-signal';
import {
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
};

/** Runs a plan with the person, the signals and the streams of this process. */
export async function carryOut(plan: Plan, options: CarryOutOptions, io: Io): Promise<ExitCode> {
  const terminal = lendTerminal(spawn);
  const end = endOnSignal(io, terminal);
  try {
    const {outcome} = await runPlan(plan, {
      spawn: terminal.spawn,
      ask: options.person === 'present' ? terminalAsk({stdin: io.stdin, talk: io.stderr}) : null,
      query: options.prometheus === undefined ? noQuery : prometheusQuery(options.prometheus),
      emit: reporter(options, io),
      signal: end.signal,
      now: () => Math.round(performance.now()),
      env: io.env,
      cwd: io.cwd,
      ...(options.person === 'present' && {interrupts: end.interrupts}),
    });
    if (outcome === 'interrupted') return end.exitCode();
    return outcome === 'succeeded' ? EXIT_CODES.ok : EXIT_CODES.failed;
  } finally {
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
