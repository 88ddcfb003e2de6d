import type {Writable} from 'node:stream';

/** Writes, and waits where the reader is slower than we are. A reader that has gone is no error. */
export async function write(stream: Writable, data: string | Uint8Array): Promise<void> {
  if (data.length === 0 || stream.destroyed || stream.writableEnded) return;
  // The callback comes in every case; `drain` does not once the other end is closed.
  await new Promise<void>(resolve => {
    stream.write(data, () => resolve());
  });
}
