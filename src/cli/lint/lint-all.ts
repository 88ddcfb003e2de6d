import {availableParallelism} from 'node:os';
import {setImmediate} from 'node:timers/promises';
import {compareFindings, startLint, withRuleFiles} from '../../core';
import type {Finding, SourceFile} from '../../core';
import type {Io} from '../io';
import type {LintInput} from '../lint-files';
import {startThread} from './thread';

/** In UTF-16 units of all files. Below it a thread costs more time than it saves. */
const WORTH_A_THREAD = 100_000;

/** More of them would wait for each other's memory. */
const MOST_THREADS = 8;

/** Files between two moments in which the process hears of signals and other threads. */
const BREATH = 8;

/** As `lint` of the core, on as many processors as the work is worth. */
export async function lintAll(
  input: LintInput,
  {program}: Pick<Io, 'program'>,
): Promise<readonly Finding[]> {
  const {files} = input;
  const options = withRuleFiles(input.options, files);
  const count = program === undefined ? 1 : threadsFor(files);
  const [own = [], ...others] = deal(files, count);
  const {plugins: _, exists: __, observe, ...plain} = options;
  const threads = others.map(share =>
    startThread(
      {root: input.root, files: share, options: plain, plugins: input.pluginFiles},
      {program: program ?? '', observe},
    ),
  );
  const session = startLint(options);
  for (const [index, file] of own.entries()) {
    session.check(file);
    if (threads.length > 0 && index % BREATH === 0) await setImmediate();
  }
  const theirs = await Promise.all(threads.map(({pages}) => pages));
  const rest = threads.map(({finish}, at) =>
    finish([...session.pages, ...theirs.flatMap((pages, other) => (other === at ? [] : pages))]),
  );
  return [
    ...session.finish(theirs.flat()),
    ...(await Promise.all(rest)).flat(),
    ...session.surroundings(files),
  ].sort(compareFindings);
}

function threadsFor(files: readonly SourceFile[]): number {
  const size = files.reduce((sum, {source}) => sum + source.length, 0);
  return Math.max(1, Math.min(availableParallelism(), MOST_THREADS, size / WORTH_A_THREAD));
}

/** Deals the files out so that the shares are of about one size. */
function deal(files: readonly SourceFile[], count: number): readonly (readonly SourceFile[])[] {
  const shares = Array.from({length: Math.floor(count)}, () => ({
    size: 0,
    files: [] as SourceFile[],
  }));
  for (const file of files) {
    const smallest = shares.reduce((a, b) => (b.size < a.size ? b : a));
    smallest.files.push(file);
    smallest.size += file.source.length;
  }
  return shares.map(share => share.files);
}
