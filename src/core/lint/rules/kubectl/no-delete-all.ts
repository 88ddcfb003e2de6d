import {findFlag} from '../../../kubectl';
import {isOn, isReal, pathOf} from '../../kubectl/call';
import {isWarnedOf} from '../../kubectl/warning';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-delete-all',
  summary: 'Disallow `delete --all` without a warning before it',
  why: 'It deletes whatever the namespace holds on the day it is run, which is more than on the day it was written. A label says what is meant.',
  severity: 'warning',
  messages: {
    all: 'Found `delete {{type}} --all`, expected names or a selector, or a warning before it.',
  },
  examples: {
    good: [
      {
        title: 'a selector, and a warning',
        source:
          '```bash\nkubectl get jobs -l app=import\nkubectl delete jobs -l app=import\n```\n\nDangerous: this deletes every job of the namespace.\n\n```bash\nkubectl delete jobs --all -n import\n```\n',
      },
    ],
    bad: [
      {
        title: 'everything there is',
        source: '```bash\nkubectl delete pods --all -n web\n```\n',
        reports: [
          '2:9-2:26 Found `delete pods --all`, expected names or a selector, or a warning before it.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, place} = node;
        const all = findFlag(kubectl, 'all');
        if (pathOf(node) !== 'delete' || all === undefined || !isOn(node, 'all')) return;
        if (!isReal(node) || isOn(node, 'interactive') || isWarnedOf(node)) return;
        const type = kubectl.arguments[0]?.text ?? '';
        const verb = kubectl.verbs[0] ?? all.word;
        const at = place(Math.min(verb.start, all.start), Math.max(all.end, verb.end));
        report({at, message: 'all', data: {type}});
      },
    };
  },
});
