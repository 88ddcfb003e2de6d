import {Readable} from 'node:stream';

/** How long the end of a hand-over may be on its way, in milliseconds, after its process ended. */
const LATE_MS = 200;

/**
 * Reads what a process hands over, as it comes. The result is called when the process has ended;
 * others may hold the pipe open then, and nobody waits for them.
 */
export function receiveHandOver(
  stream: unknown,
  isComplete: (bytes: Buffer) => boolean,
): () => Promise<Buffer> {
  const chunks: Buffer[] = [];
  if (!(stream instanceof Readable)) return async () => Buffer.alloc(0);
  const received = new Promise<void>(resolve => {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (isComplete(chunk)) resolve();
    });
    stream.once('close', resolve);
    stream.once('error', () => resolve());
  });
  return async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, LATE_MS);
    });
    await Promise.race([received, late]);
    clearTimeout(timer);
    stream.destroy();
    return Buffer.concat(chunks);
  };
}
