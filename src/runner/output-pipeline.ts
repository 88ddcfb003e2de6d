import type {Chunk} from './process';
import {maskTokens} from './mask-tokens';
import {MASK, redactStream} from './redact';
import type {Transform} from './redact';

/** The way of a step's output from its pipes to those who listen. */
export type OutputPipeline = {
  readonly take: (chunk: Chunk) => Promise<void>;
  /** Lets through what was held back, when the process has ended. */
  readonly flush: () => Promise<void>;
};

type Stream = Chunk['stream'];

/** Every byte passes the transforms of its stream in order; what comes out is given to `deliver`. */
export function outputPipeline(
  secrets: readonly string[],
  deliver: (chunk: Chunk) => Promise<void>,
): OutputPipeline {
  const transforms: Readonly<Record<Stream, readonly Transform[]>> = {
    stdout: [redactStream(secrets), maskTokens(MASK)],
    stderr: [redactStream(secrets), maskTokens(MASK)],
  };

  async function pass(stream: Stream, bytes: Uint8Array): Promise<void> {
    if (bytes.length > 0) await deliver({stream, bytes});
  }

  return {
    take: ({stream, bytes}) =>
      pass(
        stream,
        transforms[stream].reduce((passing, {push}) => push(passing), bytes),
      ),
    async flush() {
      for (const stream of ['stdout', 'stderr'] as const)
        await pass(stream, ending(transforms[stream]));
    },
  };
}

/** What one transform gives at its end still has to pass those behind it. */
function ending(transforms: readonly Transform[]): Uint8Array {
  return transforms.reduce<Uint8Array>(
    (passing, {push, end}) => Buffer.concat([push(passing), end()]),
    new Uint8Array(),
  );
}
