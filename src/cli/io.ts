import type {Readable, Writable} from 'node:stream';

/** The world as a command sees it; `scripts/runbook.ts` makes it from `process`, tests by hand. */
export type Io = {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Calls the listener on each signal until the returned function is called. */
  readonly onSignal: (listener: (signal: EndSignal) => void) => () => void;
};

export type EndSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

export type Input = Readable & {readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown};

export type Output = Writable & {readonly isTTY?: boolean; readonly columns?: number};

/** True where a person can be asked: both ends of the conversation are a terminal. */
export function isInteractive({stdin, stderr}: Io): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/** Colour where a person looks on, unless NO_COLOR or a dumb terminal says otherwise. */
export function hasColor(output: Output, env: Io['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return output.isTTY === true && env['TERM'] !== 'dumb';
}

/** Blocks of Unicode where the locale says that the terminal shows them. */
export function drawingOf(env: Io['env']): 'blocks' | 'ascii' {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(Boolean) ?? '';
  return /utf-?8/i.test(locale) || locale === '' ? 'blocks' : 'ascii';
}
