import {findFlag} from '../../../kubectl';
import {flagText, isOn, isReal, pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-unseen-deletion',
  summary: 'Disallow deleting by a selector that the page has not looked through before',
  why: 'A selector that matches more than the author thought deletes more than the author thought, and nobody has seen what.',
  severity: 'warning',
  messages: {
    unseen:
      'Found `delete {{selector}}` with nothing before it that shows what it deletes, expected `kubectl get {{type}} {{selector}}` first.',
  },
  examples: {
    good: [
      {
        title: 'a look first',
        source:
          '```bash\nkubectl get pods -l app=web -o wide\n```\n\n```bash\nkubectl delete pods --selector=app=web\n```\n',
      },
    ],
    bad: [
      {
        title: 'a deletion unseen',
        source: '```bash\nkubectl delete pods -l app=web -n web\n```\n',
        reports: [
          '2:21-2:31 Found `delete -l app=web` with nothing before it that shows what it deletes, expected `kubectl get pods -l app=web` first.',
        ],
      },
    ],
  },
  check({report}) {
    const seen = new Set<string>();
    return {
      kubectl(node) {
        const flag = findFlag(node.kubectl, 'selector');
        if (flag === undefined) return;
        const selector = flag.value ?? flag.valueWord?.text ?? flag.word.text;
        const isDeletion = pathOf(node) === 'delete' && isReal(node) && !isOn(node, 'interactive');
        if (!isDeletion) seen.add(selector);
        if (seen.has(selector)) return;
        report({
          at: node.place(flag.word.start, (flag.valueWord ?? flag.word).end),
          message: 'unseen',
          data: {
            selector: flagText(node, 'selector'),
            type: node.kubectl.arguments[0]?.text ?? 'pods',
          },
        });
      },
    };
  },
});
