import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {closest} from '../../core/closest';
import type {Io} from '../io';
import {UserError} from '../user-error';
import {
  KubeconfigError,
  kubeUseOf,
  mergeKubeconfig,
  pinnedKubeconfig,
  targetOf,
} from '../../runner';
import type {Kubeconfig, KubeconfigFile, KubeTarget, Plan} from '../../runner';

/** The context of a run, and the private kubeconfig that holds it. */
export type PinnedKube = {
  readonly target: KubeTarget;
  readonly kubeconfig: string;
  /** The pinned one, and those that commands name; `all` where one is not known yet. */
  readonly contexts: readonly string[] | 'all';
};

/**
 * Fixes the kube context of a plan. Null where no command wants one, and where there is no
 * kubeconfig or no current context: commands then run as they are.
 */
export function pinKube(
  plan: Pick<Plan, 'steps' | 'inputs'>,
  {context, isWanted}: {readonly context: string | undefined; readonly isWanted: boolean},
  {env, cwd}: Pick<Io, 'env' | 'cwd'>,
): PinnedKube | null {
  const {used, named} = kubeUseOf(plan);
  if (used === 'no' && context === undefined && !isWanted) return null;
  const config = readKubeconfig(env, cwd);
  const current = context ?? config.currentContext;
  if (current === '') return null;
  const target = targetOf(config, current);
  if (target === undefined) throw noSuchContext(current, {config, isGiven: context !== undefined});
  return {
    target,
    kubeconfig: pinnedKubeconfig(config, {current, others: named}),
    contexts: named === 'all' ? 'all' : [...new Set([current, ...named])],
  };
}

function noSuchContext(
  name: string,
  {config, isGiven}: {readonly config: Kubeconfig; readonly isGiven: boolean},
): UserError {
  const names = [...config.contexts.keys()];
  if (!isGiven) {
    return new UserError(`The current kube context \`${name}\` does not exist.`, {
      hint: `Name one with \`--context\`: ${listOf(names)}.`,
    });
  }
  const near = closest(name, names);
  return new UserError(`There is no kube context \`${name}\`.`, {
    hint: near === undefined ? `There are: ${listOf(names)}.` : `Did you mean \`${near}\`?`,
  });
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ');
}

function readKubeconfig(env: Io['env'], cwd: string): Kubeconfig {
  try {
    return mergeKubeconfig(kubeconfigPaths(env, cwd).flatMap(readIfThere));
  } catch (error) {
    if (!(error instanceof KubeconfigError)) throw error;
    throw new UserError(error.message, {cause: error});
  }
}

/** As kubectl finds them. */
function kubeconfigPaths({KUBECONFIG, HOME}: Io['env'], cwd: string): readonly string[] {
  const named = [...new Set((KUBECONFIG ?? '').split(':'))].filter(path => path !== '');
  if (named.length > 0) return named.map(path => resolve(cwd, path));
  return HOME === undefined || HOME === '' ? [] : [join(HOME, '.kube', 'config')];
}

/** kubectl passes over a file that is missing, and so do we. */
function readIfThere(path: string): readonly KubeconfigFile[] {
  try {
    return [{path, text: readFileSync(path, 'utf8')}];
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return [];
    throw new UserError(`The kubeconfig \`${path}\` could not be read (${String(code)}).`, {cause});
  }
}

/** What a run hands to its commands, and takes away at its end. */
export type LentKube = {readonly env: Io['env']; readonly dispose: () => void};

/** Writes the private kubeconfig where nobody else can read it. */
export function lendKube(kube: PinnedKube | null, env: Io['env']): LentKube {
  if (kube === null) return {env, dispose: () => undefined};
  const folder = mkdtempSync(join(tmpdir(), 'runbook-kube-'));
  const file = join(folder, 'config');
  writeFileSync(file, kube.kubeconfig, {mode: 0o600});
  // helm takes its context from here rather than from the file.
  const helm = env['HELM_KUBECONTEXT'] ? {HELM_KUBECONTEXT: kube.target.context} : {};
  return {
    env: {...env, ...helm, KUBECONFIG: file},
    dispose: () => rmSync(folder, {recursive: true, force: true}),
  };
}
