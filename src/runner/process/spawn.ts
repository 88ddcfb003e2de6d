import {Socket} from 'node:net';
import type {Readable} from 'node:stream';
import {execa, execaSync} from 'execa';
import {createGuard, GUARD_SCRIPT} from './guard';
import type {Guard} from './guard';
import {receiveHandOver} from './hand-over';
import {endGroup, GRACE_MS, trackGroup} from './process-group';

export type Environment = Readonly<Record<string, string | undefined>>;

export type SpawnRequest = {
  readonly file: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The whole environment of the process. */
  readonly env: Environment;
  /** `terminal` hands over the terminal of this process; `pipes` closes stdin. */
  readonly stdio: 'pipes' | 'terminal';
  /** Of a process that hands something over on descriptor 3: true when it is complete. */
  readonly isHandedOver?: (bytes: Buffer) => boolean;
};

export type Chunk = {readonly stream: 'stdout' | 'stderr'; readonly bytes: Uint8Array};

export type ProcessEnd = {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Why the process could not be started. */
  readonly startError: string | null;
  /** A process that left the group still holds the output, or one could not be ended. */
  readonly leftovers: boolean;
  /** What came on descriptor 3, where the request expects it. */
  readonly handedOver?: Buffer;
};

export type Running = {
  /** Resolves when the process and its group are gone and all output was taken. */
  readonly ended: Promise<ProcessEnd>;
  /** Ends the process and its group: TERM, and KILL after 5 seconds. */
  readonly end: () => void;
};

/** The next chunk is read when the promise of the last one has resolved. */
export type TakeChunk = (chunk: Chunk) => Promise<void>;

export type Spawn = (request: SpawnRequest, take: TakeChunk) => Running;

/** Starts a process in a group of its own, on execa. */
export const spawn: Spawn = (request, take) =>
  request.stdio === 'terminal' ? spawnOnTerminal(request) : spawnWithPipes(request, take);

/** How long a pipe may be silent, in milliseconds, after the group that wrote to it has gone. */
const SILENCE_MS = 1000;

function spawnWithPipes(
  {file, args, cwd, env, isHandedOver}: SpawnRequest,
  take: TakeChunk,
): Running {
  // Before the process, so that there is hardly a moment in which it runs and nobody knows.
  guard ??= startGuard();
  const child = execa(file, args, {
    ...common(cwd, env),
    stdio: ['ignore', 'pipe', 'pipe', ...(isHandedOver === undefined ? [] : ['pipe' as const])],
    detached: true,
  });
  const {pid} = child;
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
  if (pid === undefined) return {ended: child.then(endOf), end: () => {}};
  const endWholeGroup = watchGroup(pid, guard);
  const handOver = isHandedOver && receiveHandOver(child.stdio[3], isHandedOver);
  const pipes = [
    openPipe(child.stdout, bytes => take({stream: 'stdout', bytes})),
    openPipe(child.stderr, bytes => take({stream: 'stderr', bytes})),
  ];

  async function finish(): Promise<ProcessEnd> {
    await exited;
    const isGone = await endWholeGroup();
    const closed = await Promise.all(pipes.map(pipe => pipe.closeWhenSilent()));
    const end = {...endOf(await child), leftovers: !isGone || closed.includes('cut')};
    return handOver === undefined ? end : {...end, handedOver: await handOver()};
  }

  const failedPipe = new Promise<never>((_, reject) => {
    for (const {drained} of pipes) drained.catch(reject);
  });
  const ended = Promise.race([finish(), failedPipe]).catch(async (error: unknown) => {
    await endWholeGroup();
    throw error;
  });
  return {ended, end: () => void endWholeGroup()};
}

/** One for all runs of this process. */
let guard: Guard | undefined;

/** Sees to it that a group does not outlive us. The result ends it, once, however often it is called. */
function watchGroup(group: number, {watch, release}: Guard): () => Promise<boolean> {
  trackGroup(group);
  watch(group);
  let ending: Promise<boolean> | undefined;
  async function end(): Promise<boolean> {
    const isGone = await endGroup(group, {graceMs: GRACE_MS});
    if (isGone) release(group);
    return isGone;
  }
  return () => (ending ??= end());
}

/** Holds neither this process nor its terminal. */
function startGuard(): Guard {
  const child = execa('sh', ['-c', GUARD_SCRIPT], {
    cwd: '/',
    stdin: 'pipe',
    stdout: 'ignore',
    stderr: 'ignore',
    detached: true,
    cleanup: false,
    reject: false,
    buffer: false,
  });
  child.unref();
  const {stdin} = child;
  if (stdin instanceof Socket) stdin.unref();
  return createGuard(stdin);
}

/** Stays in our process group, because only the group in the foreground may read the terminal. */
function spawnOnTerminal({file, args, cwd, env}: SpawnRequest): Running {
  const settings = sttySync('-g');
  const child = execa(file, args, {
    ...common(cwd, env),
    stdio: 'inherit',
    cleanup: true,
    forceKillAfterDelay: GRACE_MS,
  });
  async function finish(): Promise<ProcessEnd> {
    const end = endOf(await child);
    if (settings !== undefined) sttySync(settings);
    return end;
  }
  return {ended: finish(), end: () => void child.kill('SIGTERM')};
}

/**
 * Reads or puts back the settings of the terminal; undefined where there is none. Who is not in the
 * foreground would be stopped for it by TTOU.
 */
function sttySync(argument: string): string | undefined {
  const {stdout, exitCode} = execaSync(
    'sh',
    ['-c', `trap '' TTOU; exec stty "$1"`, 'sh', argument],
    {
      stdin: 'inherit',
      stderr: 'ignore',
      reject: false,
    },
  );
  return exitCode === 0 ? stdout.trim() : undefined;
}

function common(cwd: string, env: Environment) {
  return {
    cwd,
    env,
    extendEnv: false,
    reject: false,
    buffer: false,
    encoding: 'buffer',
    cleanup: false,
    stripFinalNewline: false,
  } as const;
}

type Pipe = {
  readonly drained: Promise<void>;
  /** Resolves at the end of the stream; `cut` where another process would have held it open. */
  readonly closeWhenSilent: () => Promise<'ended' | 'cut'>;
};

function openPipe(stream: Readable, take: (bytes: Uint8Array) => Promise<void>): Pipe {
  let isTaking = false;
  let lastTaken = 0;
  let isCut = false;

  async function drain(): Promise<void> {
    try {
      for await (const bytes of stream) {
        isTaking = true;
        await take(bytes);
        isTaking = false;
        lastTaken = performance.now();
      }
    } catch (error) {
      if (!isCut) throw error;
    }
  }

  const drained = drain();
  return {
    drained,
    async closeWhenSilent() {
      lastTaken = performance.now();
      const timer = setInterval(() => {
        if (isTaking || performance.now() - lastTaken < SILENCE_MS) return;
        isCut = true;
        stream.destroy();
      }, 100);
      await drained.finally(() => clearInterval(timer));
      return isCut ? 'cut' : 'ended';
    },
  };
}

type ExecaEnd = {
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
  readonly originalMessage?: string | undefined;
  readonly failed: boolean;
};

function endOf({exitCode, signal, originalMessage, failed}: ExecaEnd): ProcessEnd {
  const isStarted = !failed || exitCode !== undefined || signal !== undefined;
  return {
    exitCode: exitCode ?? null,
    signal: signal ?? null,
    startError: isStarted ? null : (originalMessage ?? 'it could not be started'),
    leftovers: false,
  };
}
