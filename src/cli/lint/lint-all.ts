import {availableParallelism} from 'node:os';
import {compareFindings, lint, startLint, withRuleFiles} from '../../core';
import type {Finding, SourceFile} from '../../core';
import {loadEngines} from '../engines/load-engines';
import type {Io} from '../io';
import type {LintInput} from '../lint-files';
import {startThread} from './thread';

/** In UTF-16 units of all files. Below it a thread costs more time than it saves. */
const WORTH_A_THREAD = 300_000;

/** More of them would wait for each other's memory. */
const MOST_THREADS = 8;

/** As `lint` of the core, on as many processors as the work is worth. */
export async function lintAll(
  input: LintInput,
  {program}: Pick<Io, 'program'>,
): Promise<readonly Finding[]> {
  const count = program === undefined ? 1 : threadsFor(input.files);
  if (program !== undefined && count > 1) return lintInThreads(input, {program, count});
  const {files, options} = input;
  return lint(files, {...options, engines: await loadEngines(files)});
}

/** This thread only waits, so that it hears of signals and can show how far the others are. */
async function lintInThreads(
  {files, options, root, pluginFiles}: LintInput,
  {program, count}: {readonly program: string; readonly count: number},
): Promise<readonly Finding[]> {
  const all = withRuleFiles(options, files);
  const {plugins: _, exists: __, observe, ...plain} = all;
  const threads = deal(files, count).map(share =>
    startThread({root, files: share, options: plain, plugins: pluginFiles}, {program, observe}),
  );
  try {
    const around = startLint(all).surroundings(files);
    const pages = await Promise.all(threads.map(thread => thread.pages));
    const findings = threads.map(({finish}, own) =>
      finish(pages.flatMap((theirs, index) => (index === own ? [] : theirs))),
    );
    return [...around, ...(await Promise.all(findings)).flat()].sort(compareFindings);
  } finally {
    // After an error in one, the others would wait for ever.
    for (const {end} of threads) end();
  }
}

function threadsFor(files: readonly SourceFile[]): number {
  const size = files.reduce((sum, {source}) => sum + source.length, 0);
  return Math.max(
    1,
    Math.floor(Math.min(availableParallelism(), MOST_THREADS, size / WORTH_A_THREAD)),
  );
}

/** Deals the files out so that the shares are of about one size. */
function deal(files: readonly SourceFile[], count: number): readonly (readonly SourceFile[])[] {
  const shares = Array.from({length: count}, () => ({
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
