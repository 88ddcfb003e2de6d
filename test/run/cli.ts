import {mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {PassThrough} from 'node:stream';
import {afterAll} from 'vitest';
import {main} from '../../src/cli/main';
import type {EndSignal, Io} from '../../src/cli/io';

const all = realpathSync(mkdtempSync(join(tmpdir(), 'runbook-test-')));
afterAll(() => rmSync(all, {recursive: true, force: true}));

/** A folder of its own with one runbook in it, `page.md`. */
export function folderWith(page: string): string {
  const folder = mkdtempSync(join(all, 'folder-'));
  writeFileSync(join(folder, 'page.md'), page);
  return folder;
}

export type CliOptions = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What a person types; without it there is no terminal. */
  readonly typed?: string;
  /** Sent as soon as the text appears on stdout or stderr. */
  readonly signalAt?: readonly [text: string, signal: EndSignal];
  /** Called whenever the text appears. */
  readonly onText?: readonly [text: string, call: () => void];
};

export type CliResult = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** Calls the command line in this process, with streams made by hand. */
export async function cli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const {cwd, env = {}, typed, signalAt} = options;
  const isTTY = typed !== undefined;
  const stdin = Object.assign(new PassThrough(), {isTTY});
  stdin.end(typed ?? '');
  const stdout = new PassThrough();
  const stderr = Object.assign(new PassThrough(), {isTTY});
  const listeners = new Set<(signal: EndSignal) => void>();
  const seen = {stdout: '', stderr: ''};
  let isSignalled = false;
  const listen = (name: 'stdout' | 'stderr') => (chunk: Buffer) => {
    seen[name] += chunk.toString();
    if (options.onText !== undefined && chunk.includes(options.onText[0])) options.onText[1]();
    if (isSignalled || signalAt === undefined || !seen[name].includes(signalAt[0])) return;
    isSignalled = true;
    for (const listener of listeners) listener(signalAt[1]);
  };
  stdout.on('data', listen('stdout'));
  stderr.on('data', listen('stderr'));
  const io: Io = {
    stdin,
    stdout,
    stderr,
    env: {PATH: process.env['PATH'], NO_COLOR: '1', ...env},
    cwd,
    onSignal(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const code = await main(args, io);
  await new Promise(resolve => setImmediate(resolve));
  return {code, ...seen, stderr: seen.stderr.replace(RECORD_LINE, '')};
}

/** The last line of a run, another in every run; the tests of records look at the records. */
const RECORD_LINE = /^Record: .*\n/m;
