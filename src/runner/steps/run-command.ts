import type {CommandStep} from '../../core';
import type {StepOutcome, StepResult} from '../events';
import {outputPipeline} from '../output-pipeline';
import type {PlannedStep} from '../plan';
import {shellRequest} from '../process';
import type {ProcessEnd, Running} from '../process';
import {isHandedOver} from '../session';
import {cwdOf, environmentOf, resultOf, secretsOf} from './run-context';
import type {RunContext} from './run-context';

/** Runs a command to its end, its time-out or the end of the run. */
export async function runCommand(
  step: CommandStep,
  planned: PlannedStep,
  {context, signal}: {readonly context: RunContext; readonly signal: AbortSignal},
): Promise<StepResult> {
  const {timeoutMs} = planned;
  const start = context.now();
  const started = startCommand(step, {
    context,
    cwd: cwdOf(planned, context),
    stdio: step.interactive ? 'terminal' : 'pipes',
  });
  const cause = await endedBy(started.running, {timeoutMs, signal});
  const end = await started.finish();
  if (end.handedOver !== undefined) {
    const place = step.cwd === null ? 'session' : 'own';
    context.session.take(end.handedOver, {language: step.language, place});
  }
  return resultOf(step, outcomeOf(step, end, {cause, timeoutMs}), {
    durationMs: context.now() - start,
    exitCode: end.exitCode,
    signal: end.signal,
    bytes: started.bytes(),
    leftovers: end.leftovers,
  });
}

export type StartedCommand = {
  readonly running: Running;
  /** Bytes of output so far. */
  readonly bytes: () => number;
  /** Waits for the end, and passes on what of the output was held back. */
  readonly finish: () => Promise<ProcessEnd>;
};

/** Starts a command, whose output becomes events. */
export function startCommand(
  step: CommandStep,
  {
    context,
    cwd,
    stdio,
    listen,
  }: {
    readonly context: RunContext;
    readonly cwd: string;
    readonly stdio: 'pipes' | 'terminal';
    /** Hears the output before it is masked. */
    readonly listen?: (bytes: Uint8Array, stream: 'stdout' | 'stderr') => void;
  },
): StartedCommand {
  let bytes = 0;
  const output = outputPipeline(secretsOf(context), chunk =>
    context.emit({kind: 'chunk', step, ...chunk}),
  );
  // What runs beside the others, or on the terminal, sees the session and does not change it.
  const handsOver = !step.background && !step.interactive;
  const {script, env} = context.session.script(step, handsOver ? 'hand-over' : 'keep');
  const request = {
    ...shellRequest(
      {...step, script},
      {cwd, env: {...environmentOf(step, context), ...env}, stdio},
    ),
    ...(handsOver && {isHandedOver}),
  };
  const running = context.spawn(request, async chunk => {
    bytes += chunk.bytes.length;
    listen?.(chunk.bytes, chunk.stream);
    await output.take(chunk);
  });
  return {
    running,
    bytes: () => bytes,
    async finish() {
      const end = await running.ended;
      await output.flush();
      return end;
    },
  };
}

type Cause = 'itself' | 'timeout' | 'signal';

/** Waits for the end of a process, and brings it about when it is time. */
async function endedBy(
  running: Running,
  {timeoutMs, signal}: {readonly timeoutMs: number | null; readonly signal: AbortSignal},
): Promise<Cause> {
  let cause: Cause = 'itself';
  const endFor = (reason: Cause) => () => {
    if (cause === 'itself') cause = reason;
    running.end();
  };
  const onAbort = endFor('signal');
  const timer = timeoutMs === null ? undefined : setTimeout(endFor('timeout'), timeoutMs);
  signal.addEventListener('abort', onAbort, {once: true});
  if (signal.aborted) onAbort();
  try {
    await running.ended;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
  return cause;
}

function outcomeOf(
  step: CommandStep,
  {exitCode, signal, startError}: ProcessEnd,
  {cause, timeoutMs}: {readonly cause: Cause; readonly timeoutMs: number | null},
): StepOutcome {
  if (startError !== null) return failed({kind: 'not-started', reason: startError});
  if (cause === 'signal') return {kind: 'canceled'};
  if (cause === 'timeout') return failed({kind: 'timeout', afterMs: timeoutMs ?? 0});
  if (exitCode !== null && step.exit.includes(exitCode)) return {kind: 'succeeded'};
  // Ctrl-C is how a person leaves `logs -f`; on the terminal it goes to the command, not to us.
  if (step.interactive && (signal === 'SIGINT' || exitCode === 130)) return {kind: 'succeeded'};
  if (exitCode !== null) return failed({kind: 'exit', exitCode});
  return failed({kind: 'signal', signal: signal ?? 'an unknown signal'});
}

function failed(failure: Extract<StepOutcome, {readonly kind: 'failed'}>['failure']): StepOutcome {
  return {kind: 'failed', failure};
}
