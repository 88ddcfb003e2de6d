import type {Io} from './io';
import {UserError} from './user-error';

/**
 * The files below `root` that differ from a commit, untracked ones included, relative to `root`.
 * A branch is compared where it left the other one. Throws UserError where git cannot say.
 */
export async function changedFiles(
  ref: string,
  {root, env}: {readonly root: string; readonly env: Io['env']},
): Promise<ReadonlySet<string>> {
  if (ref.startsWith('-')) throw unknownRef(ref, 'a commit does not begin with `-`');
  const diff = ['diff', '--name-only', '-z', '--relative', '--diff-filter=d', '--merge-base'];
  const others = ['ls-files', '--others', '--exclude-standard', '-z'];
  const outputs = [
    await git([...diff, ref, '--'], {root, env, ref}),
    await git(others, {root, env, ref}),
  ];
  return new Set(outputs.flatMap(text => text.split('\0')).filter(path => path !== ''));
}

async function git(
  args: readonly string[],
  {root, env, ref}: {readonly root: string; readonly env: Io['env']; readonly ref: string},
): Promise<string> {
  const {spawn} = await import('../runner');
  const output: Record<'stdout' | 'stderr', Uint8Array[]> = {stdout: [], stderr: []};
  const {exitCode, startError} = await spawn(
    {file: 'git', args, cwd: root, env, stdio: 'pipes'},
    async ({stream, bytes}) => {
      output[stream].push(bytes);
    },
  ).ended;
  if (exitCode === 0) return Buffer.concat(output.stdout).toString('utf8');
  const said = Buffer.concat(output.stderr).toString('utf8').split('\n')[0] ?? '';
  throw unknownRef(ref, startError ?? said.replace(/^fatal: /, ''));
}

function unknownRef(ref: string, reason: string): UserError {
  return new UserError(`git could not list what changed since \`${ref}\`: ${reason}.`, {
    hint: 'Give a commit that is there: `--changed=origin/main`; in CI, fetch it first.',
  });
}
