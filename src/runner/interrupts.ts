import type {Step} from '../core';

/** How Ctrl-C reaches a step: once ends the step and asks what now, twice ends the run. */
export type Interrupts = {
  /** From now on Ctrl-C is meant for a step: the signal that ends it. */
  readonly begin: () => AbortSignal;
  /** The step has ended; from now on Ctrl-C ends the run. */
  readonly end: () => void;
  readonly ask: (step: Step, signal: AbortSignal) => Promise<AfterInterrupt>;
  /** Ends the run as Ctrl-C does. */
  readonly stop: () => void;
};

export type AfterInterrupt = 'again' | 'skip' | 'stop';
