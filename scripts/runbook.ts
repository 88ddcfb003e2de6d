import {main} from '../src/cli/main';

let hasLostTerminal = false;
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EIO') hasLostTerminal = true;
});

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A run listens too, and ends in order.
  if (process.stdout.listenerCount('error') > 1) return;
  if (error.code !== 'EPIPE') throw error;
  // The reader of a pipe, such as `head`, has seen enough.
  process.exit(0);
});

void main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  onSignal(listener) {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, listener);
    return () => signals.forEach(signal => process.off(signal, listener));
  },
}).then(code => {
  process.exitCode = code;
  // Node aborts at its exit where its terminal is gone, so the signal of that gets its way.
  if (hasLostTerminal) process.kill(process.pid, 'SIGHUP');
});
