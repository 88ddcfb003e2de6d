import {findFlag, findResource, type Kubectl, parseKubectl} from '../../../kubectl';
import type {Word} from '../../types';
import {type Call, defineTool, listOf, type Outcome, verbsOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';

const VERBS: Readonly<Record<string, Outcome>> = {
  ...verbsOf(
    'read',
    'get, describe, logs, top, top node, top pod, explain, events, diff, wait, version',
  ),
  ...verbsOf(
    'read',
    'api-resources, api-versions, cluster-info, cluster-info dump, completion, help',
  ),
  ...verbsOf('read', 'options, kustomize, plugin, plugin list, auth, auth can-i, auth whoami'),
  ...verbsOf('read', 'rollout, rollout status, rollout history, apply view-last-applied, exec'),
  ...verbsOf('read', 'config, config view, config current-context, config get-contexts'),
  ...verbsOf('read', 'config get-clusters, config get-users, set, certificate, alpha'),
  ...verbsOf('blocking', 'port-forward, proxy, attach'),
  ...verbsOf(['change', 'interactive'], 'edit, apply edit-last-applied'),
  ...verbsOf(['change', 'secrets'], 'create token'),
  ...verbsOf('destroy', 'delete, drain'),
};

/** What plugins do that many people have; any other may change something. */
const PLUGINS: Readonly<Record<string, Outcome>> = {
  ...verbsOf(
    'read',
    'tree, neat, who-can, access-matrix, get-all, resource-capacity, view-allocations',
  ),
  ...verbsOf('read', 'images, score, outdated, deprecations, popeye, status, whoami, projects'),
  ...verbsOf('secrets', 'view-secret, view-serviceaccount-kubeconfig'),
  ...verbsOf('blocking', 'stern, tail, sniff'),
  ...verbsOf(['change', 'interactive'], 'rsh, node-shell, iexec'),
};

/** Flags that turn a command into one that only shows. */
const SHOWING: Readonly<Record<string, readonly string[]>> = {
  list: ['label', 'annotate', 'set env'],
  local: [
    'label',
    'annotate',
    'patch',
    'set env',
    'set image',
    'set resources',
    'set selector',
    'set subject',
  ],
};

export const kubectl = defineTool({
  names: ['kubectl', 'k', 'kubecolor', 'oc'],
  effect: 'read',
  judge: judgeKubectl,
});

function judgeKubectl({program, words}: Call): readonly Verdict[] {
  const parsed = parseKubectl([program, ...words]);
  if (findFlag(parsed, 'help') !== undefined) return [];
  if (parsed.plugin !== undefined) return judgePlugin(parsed.plugin);
  const path = parsed.path.join(' ');
  const at = spanOf(parsed.verbs, program);
  const dry = isDry(parsed) || isShowing(path, parsed);
  const base = verdicts(effectOf(path, parsed), at, 'verb');
  return [
    ...base.filter(({outcome}) => !dry || (outcome !== 'change' && outcome !== 'destroy')),
    ...(dry ? [] : judgeFlags(path, parsed)),
    ...judgeTraits(path, parsed),
    ...(dry ? [] : judgeArguments(path, parsed, at)),
  ];
}

function effectOf(path: string, {arguments: words}: Kubectl<Word>): Outcome {
  const copiesOut = path === 'cp' && words[0]?.text.includes(':') && !words[1]?.text.includes(':');
  if (path === '' || copiesOut === true) return 'read';
  return VERBS[path] ?? 'change';
}

function judgePlugin(plugin: Word): readonly Verdict[] {
  const outcome = PLUGINS[plugin.value ?? ''];
  const code = plugin.value === undefined ? 'expansion' : 'unknown-verb';
  return verdicts(outcome ?? 'change', plugin, outcome === undefined ? code : 'verb');
}

function isDry(parsed: Kubectl<Word>): boolean {
  const flag = findFlag(parsed, 'dry-run');
  return (
    flag !== undefined &&
    flag.value !== undefined &&
    flag.value !== 'none' &&
    flag.value !== 'false'
  );
}

function isShowing(path: string, parsed: Kubectl<Word>): boolean {
  return Object.entries(SHOWING).some(
    ([name, paths]) => paths.includes(path) && isOn(parsed, name),
  );
}

/** Flags that raise the effect. */
function judgeFlags(path: string, parsed: Kubectl<Word>): readonly Verdict[] {
  const flag =
    (path === 'replace' && isOn(parsed, 'force') && findFlag(parsed, 'force')) ||
    (path === 'apply' && isOn(parsed, 'prune') && findFlag(parsed, 'prune')) ||
    (path === 'scale' && findFlag(parsed, 'replicas'));
  if (!flag) return [];
  if (path === 'scale' && flag.value !== '0') return [];
  return verdicts('destroy', flag, 'flag');
}

function judgeTraits(path: string, parsed: Kubectl<Word>): readonly Verdict[] {
  const follows = findFlag(parsed, 'watch', 'watch-only', 'follow');
  const blocking =
    follows !== undefined && follows.value !== 'false' && path !== 'rollout status'
      ? verdicts('blocking', follows.word, 'flag')
      : [];
  const terminal = findFlag(parsed, 'stdin', 'tty');
  const waits =
    terminal !== undefined && ['run', 'debug', 'attach', 'exec'].includes(path) && !hasInner(parsed)
      ? verdicts('interactive', terminal.word, 'flag')
      : [];
  return [...blocking, ...waits, ...judgeSecrets(path, parsed)];
}

function hasInner({path, arguments: words, afterDash}: Kubectl<Word>): boolean {
  return (afterDash ?? []).length > 0 || (path[0] === 'exec' && words.length > 1);
}

/** Tables and names of Secrets show no value; every other format does. */
function judgeSecrets(path: string, parsed: Kubectl<Word>): readonly Verdict[] {
  const raw = findFlag(parsed, 'raw');
  if (path === 'config view') return raw === undefined ? [] : verdicts('secrets', raw.word, 'flag');
  const output = findFlag(parsed, 'output', 'template');
  const type = path === 'get' ? secretArgument(parsed.arguments) : secretCreated(path, parsed);
  if (output === undefined || type === undefined) return [];
  if (['wide', 'name'].includes(output.value ?? '')) return [];
  return verdicts('secrets', output, 'flag');
}

function secretArgument(words: readonly Word[]): Word | undefined {
  return words.find(({value = ''}, at) => {
    const types = listOf(value).map(part => findResource(part)?.plural);
    return (at === 0 || value.includes('/')) && types.includes('secrets');
  });
}

function secretCreated(path: string, {verbs}: Kubectl<Word>): Word | undefined {
  return path.startsWith('create secret ') ? verbs.at(-1) : undefined;
}

function judgeArguments(
  path: string,
  parsed: Kubectl<Word>,
  at: {readonly start: number; readonly end: number},
): readonly Verdict[] {
  const words = parsed.arguments;
  if (path === '' && words.length > 0) return verdicts('change', at, 'expansion');
  if (path === 'exec' && !hasInner(parsed)) return verdicts('change', at, 'no-command');
  return [];
}

function isOn(parsed: Kubectl<Word>, name: string): boolean {
  const flag = findFlag(parsed, name);
  return flag !== undefined && flag.value !== 'false';
}

function spanOf(verbs: readonly Word[], program: Word) {
  const [first = program] = verbs;
  return {start: first.start, end: (verbs.at(-1) ?? program).end};
}
