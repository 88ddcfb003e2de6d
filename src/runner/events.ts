import type {Step} from '../core';
import type {Plan} from './plan';
import type {QueryAnswer, QueryError, Verdict} from './query';

/** What happens in a run, in order, for reporters and records. Secrets are masked in all of it. */
export type RunEvent =
  | {readonly kind: 'plan'; readonly plan: Plan}
  | {
      readonly kind: 'step-started';
      readonly step: Step;
      /** Counts from 1. */
      readonly position: number;
      readonly total: number;
    }
  | {
      readonly kind: 'chunk';
      readonly step: Step;
      readonly stream: 'stdout' | 'stderr';
      readonly bytes: Uint8Array;
    }
  | {
      readonly kind: 'asked';
      readonly step: Step;
      readonly question: Asked;
      readonly answer: string;
      /** What the person said beside a manual step. */
      readonly note?: string | null;
    }
  | {
      readonly kind: 'waiting';
      readonly step: Step;
      readonly wait: Wait;
      /** Milliseconds; null where the wait has no end. */
      readonly remainingMs: number | null;
    }
  | {readonly kind: 'step-ready'; readonly step: Step}
  | {readonly kind: 'step-ended'; readonly result: StepResult}
  | {readonly kind: 'run-ended'; readonly result: RunResult}
  /** After a failure or a stop: `undo` reverts `step`, and a person who is there is asked for it. */
  | {
      readonly kind: 'undo-offered';
      readonly step: Step;
      readonly undo: Step;
      readonly person: 'present' | 'absent';
    };

export type Asked =
  | {readonly kind: 'consent'}
  | {readonly kind: 'manual'}
  | {readonly kind: 'input'; readonly name: string}
  /** What now, after Ctrl-C has ended the step: `again`, `skip` or `stop`. */
  | {readonly kind: 'interrupted'};

export type Wait =
  | {readonly kind: 'ready'; readonly ready: string}
  | {
      readonly kind: 'expectation';
      readonly expect: string;
      /** Counts from 1; several events may tell of one attempt. */
      readonly attempt: number;
      readonly seen: Verdict | QueryError;
    }
  /** Only background steps are left, and they run until the person ends them. */
  | {readonly kind: 'hold'};

export type StepResult = {
  readonly step: Step;
  readonly outcome: StepOutcome;
  readonly durationMs: number;
  /** Of a command that was started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Bytes of output. */
  readonly bytes: number;
  /** Of a query that was answered. */
  readonly answer: QueryAnswer | null;
  /** True if a process could not be ended, or left its group and holds the output. */
  readonly leftovers: boolean;
};

export type StepOutcome =
  | {readonly kind: 'succeeded'}
  | {readonly kind: 'skipped'; readonly why: SkipReason}
  | {readonly kind: 'failed'; readonly failure: Failure}
  /** The person said stop before the step was carried out. */
  | {readonly kind: 'stopped'}
  /** Ended half-way by a signal to the run, or because a background step died. */
  | {readonly kind: 'canceled'};

export type SkipReason =
  | {readonly kind: 'said-so'}
  /** A manual step in a run without a person. */
  | {readonly kind: 'nobody-there'}
  | {readonly kind: 'need-skipped'; readonly need: string};

export type Failure =
  | {readonly kind: 'exit'; readonly exitCode: number}
  | {readonly kind: 'signal'; readonly signal: string}
  | {readonly kind: 'timeout'; readonly afterMs: number}
  | {readonly kind: 'not-started'; readonly reason: string}
  | {readonly kind: 'not-ready'; readonly ready: string; readonly afterMs: number}
  | {readonly kind: 'port-taken'; readonly port: number}
  | {readonly kind: 'ended-early'}
  | {readonly kind: 'expectation'; readonly expect: string; readonly verdict: Verdict}
  | {readonly kind: 'query'; readonly error: QueryError}
  /** The page was edited during the run; `diff` is the change of the step. */
  | {readonly kind: 'changed'; readonly diff: string};

export type RunResult = {
  readonly outcome: 'succeeded' | 'failed' | 'stopped' | 'interrupted';
  readonly results: readonly StepResult[];
  /** Steps of the plan that were never begun. */
  readonly notBegun: readonly Step[];
  readonly durationMs: number;
};

/** Resolves when the listener is ready for the next event. */
export type Emit = (event: RunEvent) => Promise<void>;
