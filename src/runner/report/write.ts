import {once} from 'node:events';
import type {Writable} from 'node:stream';

/** Writes, and waits where the reader is slower than we are. A reader that has gone is no error. */
export async function write(stream: Writable, data: string | Uint8Array): Promise<void> {
  if (data.length === 0 || stream.destroyed || stream.writableEnded) return;
  if (stream.write(data)) return;
  const settled = new AbortController();
  const {signal} = settled;
  await Promise.race([once(stream, 'drain', {signal}), once(stream, 'close', {signal})])
    .catch(() => {})
    .finally(() => settled.abort());
}
