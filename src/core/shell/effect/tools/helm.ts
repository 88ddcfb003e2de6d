import {defineTool, listOf, verbsOf} from '../define-tool';

export const helm = defineTool({
  names: ['helm', 'helm3'],
  effect: 'change',
  takes: listOf(
    '-n, --namespace, -f, --values, --set, --set-string, --version, --kube-context, -o, ' +
      '--output, --timeout, --revision, --kubeconfig, --max, --repo',
  ),
  verbs: {
    ...verbsOf(
      'read',
      'list, ls, status, history, hist, get, get all, get notes, get hooks, show, inspect',
    ),
    ...verbsOf(
      'read',
      'template, lint, version, env, search, search repo, search hub, repo list, verify, diff',
    ),
    ...verbsOf('read', 'dependency list, dep list, plugin list, pull, fetch, completion'),
    ...verbsOf('secrets', 'get values, get manifest'),
    ...verbsOf(
      'change',
      'install, upgrade, rollback, test, push, repo add, repo update, repo remove',
    ),
    ...verbsOf('destroy', 'uninstall, delete, del, un'),
  },
  flags: {'--force': 'destroy'},
  safe: ['--dry-run'],
});
