import {killTrackedGroups} from '../../runner';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import type {EndSignal, Io} from '../io';

/** The first signal ends every run in order, the second one at once. */
export function endAllOnSignal(io: Io) {
  const controller = new AbortController();
  let received: EndSignal | undefined;
  const removeListener = io.onSignal(signal => {
    if (received !== undefined) {
      killTrackedGroups();
      return;
    }
    received = signal;
    io.stderr.write('\nEnding what runs. Ctrl-C again ends it at once.\n');
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
