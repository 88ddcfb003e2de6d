import {execFile, execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {KubectlProblem} from '../index';

export type Verdict = {
  /** The kind of problem that kubectl names, or `none` when it got past its arguments. */
  readonly kind: KubectlProblem['kind'] | 'none';
  /** It went on to ask the server, so nothing was missing either. */
  readonly connected: boolean;
  readonly output: string;
};

const KINDS: readonly (readonly [RegExp, KubectlProblem['kind']])[] = [
  [/flag needs an argument/, 'missing-value'],
  [/unknown (?:shorthand )?flag|bad flag syntax/, 'unknown-flag'],
  [/invalid argument "[^]*" for "/, 'wrong-value'],
  [/unknown command|flags cannot be placed before plugin name/, 'unknown-command'],
  [/required flag\(s\)/, 'missing-flag'],
  [/[Uu]nexpected arg(?!s: \[\])|extra arg/, 'unexpected-argument'],
];
const CONNECTION = /connection to the server|connection refused|dial tcp|server API group|Unable to connect/;

/** The kubectl of `KUBECTL` or the path, with its version as in `1.32`. */
export function findKubectl(): {readonly binary: string; readonly version: string} | undefined {
  const binary = process.env['KUBECTL'] ?? findOnPath('kubectl');
  if (binary === undefined) return undefined;
  try {
    const text = execFileSync(binary, ['version', '--client'], {encoding: 'utf8', stdio: 'pipe'});
    const version = /v(\d+\.\d+)/.exec(text)?.[1];
    return version === undefined ? undefined : {binary, version};
  } catch {
    return undefined;
  }
}

/** In full, because the oracle runs with an empty path: with one it would look for plugins. */
function findOnPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map(folder => path.join(folder, name)).find(file => existsSync(file));
}

/** Asks the real kubectl, which finds no cluster and no settings: an empty home and folder. */
export async function ask(
  binary: string,
  lines: readonly (readonly string[])[],
): Promise<readonly Verdict[]> {
  const home = mkdtempSync(path.join(tmpdir(), 'kubectl-oracle-'));
  const verdicts: Verdict[] = [];
  const queue = [...lines.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, args] = next;
      verdicts[index] = toVerdict(await run(binary, args, home));
    }
  };
  await Promise.all([work(), work(), work()]);
  return verdicts;
}

function run(binary: string, args: readonly string[], home: string): Promise<string> {
  const options = {cwd: home, env: {HOME: home, PATH: ''}, timeout: 2000};
  return new Promise(resolve => {
    const child = execFile(binary, args, options, (_error, stdout, stderr) => resolve(stderr + stdout));
    child.stdin?.end();
  });
}

function toVerdict(output: string): Verdict {
  const kind = KINDS.find(([pattern]) => pattern.test(output))?.[1] ?? 'none';
  return {kind, connected: CONNECTION.test(output), output};
}
