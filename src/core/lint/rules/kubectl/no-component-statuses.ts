import {pathOf} from '../../kubectl/call';
import {typesOf} from '../../kubectl/target-words';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-component-statuses',
  summary: 'Disallow `get componentstatuses`',
  why: 'It is deprecated since Kubernetes 1.19 and says `Unhealthy` of components that are well, where they do not listen on the old ports.',
  severity: 'warning',
  messages: {
    statuses:
      "Found `get {{type}}`, which is deprecated and often wrong, expected `kubectl get --raw='/readyz?verbose'`.",
  },
  examples: {
    good: [{title: 'readiness', source: "```bash\nkubectl get --raw='/readyz?verbose'\n```\n"}],
    bad: [
      {
        title: 'component statuses',
        source: '```bash\nkubectl get cs\n```\n',
        reports: [
          "2:13-2:15 Found `get cs`, which is deprecated and often wrong, expected `kubectl get --raw='/readyz?verbose'`.",
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const [word] = node.kubectl.arguments;
        if (word === undefined || !/^(?:get|describe)$/.test(pathOf(node))) return;
        if (!typesOf(node).some(({plural}) => plural === 'componentstatuses')) return;
        report({
          at: node.place(word.start, word.end),
          message: 'statuses',
          data: {type: word.text},
        });
      },
    };
  },
});
