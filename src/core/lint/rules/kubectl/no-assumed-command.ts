import {isOc} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-assumed-command',
  summary: 'Disallow commands that people expect of kubectl and that it does not have',
  why: 'Other tools restart, list and stop. kubectl answers "unknown command" unless a plugin of that name is installed, and on the machine of the next person it is not.',
  severity: 'warning',
  messages: {
    assumed:
      'Found `kubectl {{command}}`, which kubectl does not have, expected `kubectl {{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'commands and plugins',
        source:
          '```bash\nkubectl rollout restart deploy/web\nkubectl neat get pod web-0\nkubectl logs web-0\n```\n',
      },
    ],
    bad: [
      {
        title: 'commands of other tools',
        source: '```bash\nkubectl restart deploy/web\nkubectl log web-0\n```\n',
        reports: [
          '2:9-2:16 Found `kubectl restart`, which kubectl does not have, expected `kubectl rollout restart`.',
          '3:9-3:12 Found `kubectl log`, which kubectl does not have, expected `kubectl logs`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const word = node.kubectl.plugin;
        const wanted = MEANT.get(word?.value ?? '');
        if (word === undefined || wanted === undefined || isOc(node)) return;
        const at = node.place(word.start, word.end);
        report({at, message: 'assumed', data: {command: word.text, wanted}});
      },
    };
  },
});

const MEANT: ReadonlyMap<string, string> = new Map([
  ['log', 'logs'],
  ['list', 'get'],
  ['ls', 'get'],
  ['show', 'get'],
  ['status', 'get'],
  ['restart', 'rollout restart'],
  ['rollback', 'rollout undo'],
  ['undo', 'rollout undo'],
  ['stop', 'scale --replicas=0'],
  ['update', 'apply'],
  ['remove', 'delete'],
  ['rm', 'delete'],
  ['event', 'events'],
  ['use-context', 'config use-context'],
  ['get-contexts', 'config get-contexts'],
  ['current-context', 'config current-context'],
]);
