import {findFlag} from '../../../kubectl';
import {hasFlag, isOn, pathOf} from '../../kubectl/call';
import type {Word} from '../../../shell';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-name-with-selector',
  summary: 'Disallow a name together with a selector',
  why: 'kubectl takes one or the other and refuses both.',
  severity: 'error',
  messages: {
    both: 'Found the name `{{name}}` together with `{{flag}}`, which `kubectl {{verb}}` refuses, expected one of them.',
  },
  examples: {
    good: [
      {
        title: 'one of them',
        source:
          '```bash\nkubectl get pods -l app=web\nkubectl get pod web-0\nkubectl logs -l app=web --tail=50\n```\n',
      },
    ],
    bad: [
      {
        title: 'both',
        source: '```bash\nkubectl get pods web-0 -l app=web\nkubectl logs web-0 -l app=web\n```\n',
        reports: [
          '2:18-2:23 Found the name `web-0` together with `-l`, which `kubectl get` refuses, expected one of them.',
          '3:14-3:19 Found the name `web-0` together with `-l`, which `kubectl logs` refuses, expected one of them.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const flag = findFlag(node.kubectl, 'selector');
        const name = nameIn(node);
        const isAll = pathOf(node) === 'delete' && isOn(node, 'all');
        if (name === undefined || (flag === undefined && !isAll) || hasFlag(node, 'help')) return;
        const at = node.place(name.start, name.end);
        const data = {name: name.text, flag: flag?.word.text ?? '--all', verb: pathOf(node)};
        report({at, message: 'both', data});
      },
    };
  },
});

function nameIn(node: KubectlNode): Word | undefined {
  const words = node.kubectl.arguments;
  if (words.some(({value}) => value === undefined)) return undefined;
  if (pathOf(node) === 'logs' || pathOf(node) === 'top pod') return words[0];
  if (!/^(?:get|describe|delete)$/.test(pathOf(node))) return undefined;
  const [first, second] = words;
  return first?.text.includes('/') === true ? first : second;
}
