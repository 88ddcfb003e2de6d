import {defineRule} from '../../rule';

/** Commands whose first argument is a pod, or a kind and a name joined by `/`. */
const TAKES_POD = new Set(['logs', 'exec', 'port-forward', 'attach']);
const KINDS = new Set(
  'pod pods po deployment deployments deploy statefulset statefulsets sts daemonset daemonsets ds replicaset replicasets rs job jobs service services svc'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'kubectl/no-split-resource',
  summary: 'Disallow a space between kind and name where kubectl takes `kind/name`',
  why: '`kubectl logs deployment web` asks for the container `web` of a pod called `deployment`, and finds none.',
  severity: 'error',
  messages: {
    split:
      'Found `{{kind}} {{name}}`, expected `{{kind}}/{{name}}`: `{{command}}` takes the first word for a pod.',
  },
  examples: {
    good: [
      {
        title: 'kind and name joined, or a pod and its container',
        source:
          '```bash\nkubectl logs deployment/web\nkubectl logs web-0 nginx\nkubectl describe deployment web\n```\n',
      },
    ],
    bad: [
      {
        title: 'a pod called "deployment"',
        source: '```bash\nkubectl logs deployment web --since=1h\n```\n',
        reports: [
          '2:14-2:28 Found `deployment web`, expected `deployment/web`: `kubectl logs` takes the first word for a pod.',
        ],
        fixed: '```bash\nkubectl logs deployment/web --since=1h\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, layer, place}) {
        const command = kubectl.path.join(' ');
        const [kind, name] = kubectl.arguments;
        if (!TAKES_POD.has(command) || !KINDS.has(kind?.value ?? '')) return;
        if (kind === undefined || name === undefined || /[/:]|^\d+$/.test(name.text)) return;
        const between = kubectl.flags.some(({start}) => kind.end < start && start < name.start);
        const fix = [{span: place(kind.end, name.start), text: '/'}];
        report({
          at: place(kind.start, name.end),
          message: 'split',
          data: {kind: kind.text, name: name.text, command: `kubectl ${command}`},
          ...(!between && layer.nested === undefined && {fix}),
        });
      },
    };
  },
});
