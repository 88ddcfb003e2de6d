import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import type {EndSignal, Io} from '../io';
import {askAfterInterrupt, killTrackedGroups} from '../../runner';
import type {Interrupts} from '../../runner';

export type RunEnd = {
  /** Aborted to end the run. */
  readonly signal: AbortSignal;
  readonly interrupts: Interrupts;
  /** Of a run that was interrupted. */
  readonly exitCode: () => ExitCode;
  readonly dispose: () => void;
};

/**
 * A signal ends the run in order, the second one at once. Where a person is there, the first Ctrl-C
 * ends the step alone; while a command has the terminal, Ctrl-C is meant for that.
 */
export function endOnSignal(io: Io, terminal: {readonly isLent: () => boolean}): RunEnd {
  const run = new AbortController();
  let step: AbortController | undefined;
  let received: EndSignal | undefined;

  function endRun(signal: EndSignal): void {
    received ??= signal;
    run.abort();
  }

  const removeListener = io.onSignal(signal => {
    if (signal === 'SIGINT' && terminal.isLent()) return;
    if (received !== undefined || (signal === 'SIGINT' && step?.signal.aborted === true)) {
      endRun(signal);
      killTrackedGroups();
      return;
    }
    if (signal === 'SIGINT' && step !== undefined) {
      io.stderr.write('\nEnding this step. Ctrl-C again ends the run at once.\n');
      step.abort();
      return;
    }
    const hint = signal === 'SIGINT' ? ' Ctrl-C again ends it at once.' : '';
    io.stderr.write(`\nEnding what runs.${hint}\n`);
    endRun(signal);
  });
  const stopListening = endOnLostOutput(io, () => run.abort());

  return {
    signal: run.signal,
    interrupts: {
      begin() {
        step = new AbortController();
        return step.signal;
      },
      end() {
        step = undefined;
      },
      ask: (which, signal) => askAfterInterrupt(which, {stdin: io.stdin, talk: io.stderr, signal}),
      stop: () => endRun('SIGINT'),
    },
    exitCode() {
      if (received === undefined) return EXIT_CODES.failed;
      return received === 'SIGINT' ? EXIT_CODES.interrupted : EXIT_CODES.terminated;
    },
    dispose() {
      removeListener();
      stopListening();
    },
  };
}

/** Whoever read our output has gone, as with `| head`; or there is no room for it. */
function endOnLostOutput({stdout, stderr}: Io, end: () => void): () => void {
  const onLost = (error: NodeJS.ErrnoException) => {
    end();
    if (error.code === 'EPIPE' || error.code === 'EIO') return;
    stderr.write(
      `\nThe output cannot be written (${error.code ?? error.message}). The run ends.\n`,
    );
  };
  // Of a terminal that was closed; the signal that comes with it ends the run.
  const onSilenced = () => {};
  stdout.on('error', onLost);
  stderr.on('error', onSilenced);
  return () => {
    stdout.off('error', onLost);
    stderr.off('error', onSilenced);
  };
}
