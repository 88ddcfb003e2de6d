import {defineTool, listOf, verbsOf} from '../define-tool';

export const provisioning = [
  defineTool({
    names: ['terraform', 'tofu', 'terragrunt'],
    effect: 'change',
    dashes: 'single',
    verbs: {
      ...verbsOf(
        'read',
        'plan, show, output, validate, version, graph, providers, state list, state show, ' +
          'workspace list, workspace show, fmt, init, get',
      ),
      ...verbsOf('interactive', 'console'),
      ...verbsOf('destroy', 'destroy, state rm, workspace delete'),
      ...verbsOf('secrets', 'state pull'),
    },
    flags: {'-destroy': 'destroy'},
  }),
  defineTool({
    names: ['pulumi'],
    effect: 'change',
    verbs: {
      ...verbsOf('read', 'preview, stack, stack ls, config, logs, whoami, version, about'),
      ...verbsOf('destroy', 'destroy, stack rm'),
      ...verbsOf('change', 'config set, config rm, stack init, stack select'),
    },
  }),
  defineTool({
    names: ['ansible-playbook'],
    effect: 'change',
    safe: ['--check', '-C', '--list-hosts', '--list-tasks', '--syntax-check'],
  }),
  defineTool({
    names: ['ansible'],
    effect: 'change',
    takes: listOf('-i, -m, -a, -u, -l, --limit'),
    safe: ['--check', '-C', '--list-hosts'],
  }),
  defineTool({
    names: ['ansible-inventory', 'ansible-doc', 'ansible-config', 'ansible-lint'],
    effect: 'read',
  }),
];
