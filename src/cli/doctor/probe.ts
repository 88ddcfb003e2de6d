import type {Spawn} from '../../runner';
import type {Io} from '../io';

/** What a program said when it was asked about itself. */
export type Probed =
  | {readonly kind: 'missing'}
  | {readonly kind: 'silent'; readonly afterMs: number}
  | {
      readonly kind: 'answered';
      readonly exitCode: number | null;
      readonly stdout: string;
      readonly stderr: string;
    };

export type Probe = (file: string, args: readonly string[]) => Promise<Probed>;

/** Milliseconds that one program or server may take. */
export const PATIENCE_MS = 5000;

/** No answer that we ask for is longer; what floods us is not kept. */
const MOST_BYTES = 200_000;

/** Asks programs, each for a bounded time; one that does not end is ended. */
export function prober(
  spawn: Spawn,
  {env, cwd, patienceMs = PATIENCE_MS}: Pick<Io, 'env' | 'cwd'> & {readonly patienceMs?: number},
): Probe {
  return async (file, args) => {
    const kept: Record<'stdout' | 'stderr', Uint8Array[]> = {stdout: [], stderr: []};
    let bytes = 0;
    const running = spawn({file, args, cwd, env, stdio: 'pipes'}, async chunk => {
      bytes += chunk.bytes.length;
      if (bytes <= MOST_BYTES) kept[chunk.stream].push(chunk.bytes);
    });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      running.end();
    }, patienceMs);
    const end = await running.ended.finally(() => clearTimeout(timer));
    if (end.startError !== null) return {kind: 'missing'};
    if (isLate) return {kind: 'silent', afterMs: patienceMs};
    const text = (chunks: readonly Uint8Array[]) => Buffer.concat(chunks).toString('utf8');
    return {
      kind: 'answered',
      exitCode: end.exitCode,
      stdout: text(kept.stdout),
      stderr: text(kept.stderr),
    };
  };
}
