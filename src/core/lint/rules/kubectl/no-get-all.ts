import {pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-get-all',
  summary: 'Disallow `get all` for everything in a namespace',
  why: '`all` is a short list: ConfigMaps, Secrets, Ingresses, claims, roles and custom objects are not on it.',
  severity: 'info',
  messages: {
    all: 'Found `get all`, which leaves most types out, expected the types that are meant.',
  },
  examples: {
    good: [
      {title: 'types by name', source: '```bash\nkubectl get deploy,svc,ingress,cm -n web\n```\n'},
    ],
    bad: [
      {
        title: 'all that is not all',
        source: '```bash\nkubectl get all -n web\n```\n',
        reports: [
          '2:13-2:16 Found `get all`, which leaves most types out, expected the types that are meant.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const [word] = node.kubectl.arguments;
        if (pathOf(node) !== 'get' || word?.value !== 'all') return;
        report({at: node.place(word.start, word.end), message: 'all', data: {}});
      },
    };
  },
});
