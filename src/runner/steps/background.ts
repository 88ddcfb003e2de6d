import {setTimeout as sleep} from 'node:timers/promises';
import type {CommandStep} from '../../core';
import type {Failure, StepResult} from '../events';
import type {PlannedStep} from '../plan';
import {answersOnPort} from '../process';
import type {ProcessEnd} from '../process';
import {lineWatcher} from './line-watcher';
import {startCommand} from './run-command';
import type {StartedCommand} from './run-command';
import {cwdOf, resultOf} from './run-context';
import type {RunContext} from './run-context';

/** How long a background step may take to become ready, in milliseconds. */
const READY_TIMEOUT_MS = 30_000;

const POLL_MS = 100;

/** The background steps of one run. */
export type Backgrounds = {
  /** Starts a step and waits until it is ready; a result says that it will never be. */
  readonly start: (
    step: CommandStep,
    planned: PlannedStep,
    signal: AbortSignal,
  ) => Promise<StepResult | 'ready'>;
  /** Aborted when a step dies that is still needed. */
  readonly lost: AbortSignal;
  /** Ends all, the youngest first, and says how each came out. */
  readonly endAll: () => Promise<readonly StepResult[]>;
};

type Background = {
  readonly step: CommandStep;
  readonly started: StartedCommand;
  readonly startedAt: number;
  /** Set when the process ended although nobody had asked it to. */
  diedEarly: boolean;
};

export function createBackgrounds(context: RunContext): Backgrounds {
  const all: Background[] = [];
  const lost = new AbortController();
  let isEnding = false;

  async function endOne(background: Background): Promise<StepResult> {
    background.started.running.end();
    const end = await background.started.finish();
    return resultOf(
      background.step,
      background.diedEarly
        ? {kind: 'failed', failure: failureOf(end, {kind: 'ended-early'})}
        : {kind: 'succeeded'},
      detailsOf(background, end, context),
    );
  }

  return {
    lost: lost.signal,
    async start(step, planned, signal) {
      const taken = await portTaken(step);
      if (taken !== null) return resultOf(step, {kind: 'failed', failure: taken});
      const watcher = lineWatcher(logTextOf(step));
      const background: Background = {
        step,
        startedAt: context.now(),
        diedEarly: false,
        started: startCommand(step, {
          context,
          cwd: cwdOf(planned, context),
          stdio: 'pipes',
          listen: watcher.take,
        }),
      };
      const died = background.started.running.ended.then(() => 'ended' as const);
      const settled = new AbortController();
      const waiting = AbortSignal.any([signal, settled.signal]);
      const state = await Promise.race([
        died,
        untilReady(step, {context, signal: waiting, hasSeenText: watcher.hasSeen}),
      ]).finally(() => settled.abort());
      if (state === 'ready') {
        all.push(background);
        const onDeath = () => {
          if (isEnding) return;
          background.diedEarly = true;
          lost.abort();
        };
        died.then(onDeath, onDeath);
        return 'ready';
      }
      background.started.running.end();
      const end = await background.started.finish();
      const details = detailsOf(background, end, context);
      if (state === 'canceled') return resultOf(step, {kind: 'canceled'}, details);
      const failure: Failure =
        state === 'ended'
          ? failureOf(end, {kind: 'ended-early'})
          : {kind: 'not-ready', ready: step.ready ?? '', afterMs: READY_TIMEOUT_MS};
      return resultOf(step, {kind: 'failed', failure}, details);
    },
    async endAll() {
      isEnding = true;
      return Promise.all(all.toReversed().map(endOne));
    },
  };
}

function failureOf({startError}: ProcessEnd, otherwise: Failure): Failure {
  return startError === null ? otherwise : {kind: 'not-started', reason: startError};
}

function detailsOf(
  {started, startedAt}: Background,
  {exitCode, signal, leftovers}: ProcessEnd,
  {now}: RunContext,
) {
  return {durationMs: now() - startedAt, exitCode, signal, bytes: started.bytes(), leftovers};
}

/** Were a port already in use, the wrong process would answer and seem ready. */
async function portTaken(step: CommandStep): Promise<Failure | null> {
  const port = portOf(step);
  return port !== null && (await answersOnPort(port)) ? {kind: 'port-taken', port} : null;
}

async function untilReady(
  step: CommandStep,
  {
    context,
    signal,
    hasSeenText,
  }: {
    readonly context: RunContext;
    readonly signal: AbortSignal;
    readonly hasSeenText: () => boolean;
  },
): Promise<'ready' | 'late' | 'canceled'> {
  if (step.ready === null) return 'ready';
  const port = portOf(step);
  const deadline = context.now() + READY_TIMEOUT_MS;
  const wait = {kind: 'ready', ready: step.ready} as const;
  await context.emit({kind: 'waiting', step, wait, remainingMs: READY_TIMEOUT_MS});
  while (context.now() < deadline) {
    if (signal.aborted) return 'canceled';
    if (port === null ? hasSeenText() : await answersOnPort(port)) return 'ready';
    await sleep(POLL_MS);
  }
  return 'late';
}

function portOf({ready}: CommandStep): number | null {
  return ready?.startsWith('port:') ? Number(ready.slice('port:'.length)) : null;
}

function logTextOf({ready}: CommandStep): string | null {
  return ready?.startsWith('log:') ? ready.slice('log:'.length) : null;
}
