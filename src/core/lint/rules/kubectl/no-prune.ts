import {findFlag} from '../../../kubectl';
import {hasFlag, isOn, isReal, pathOf} from '../../kubectl/call';
import {isWarnedOf} from '../../kubectl/warning';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-prune',
  summary: 'Disallow `apply --prune` without saying what it may prune',
  why: 'It deletes whatever matches and is not in the files given: with one file forgotten, that is the rest of the application.',
  severity: 'warning',
  messages: {
    prune:
      'Found `apply --prune`, which deletes what the files leave out, expected `--prune-allowlist` or `--applyset`, or a warning before it.',
  },
  examples: {
    good: [
      {
        title: 'one type only',
        source:
          '```bash\nkubectl apply -f k8s/ --prune -l app=web --prune-allowlist=core/v1/ConfigMap\n```\n',
      },
    ],
    bad: [
      {
        title: 'all types',
        source: '```bash\nkubectl apply -f k8s/ --prune -l app=web\n```\n',
        reports: [
          '2:23-2:30 Found `apply --prune`, which deletes what the files leave out, expected `--prune-allowlist` or `--applyset`, or a warning before it.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const prune = findFlag(node.kubectl, 'prune');
        if (pathOf(node) !== 'apply' || prune === undefined || !isOn(node, 'prune')) return;
        if (!isReal(node) || isWarnedOf(node)) return;
        if (hasFlag(node, 'prune-allowlist', 'prune-whitelist', 'applyset')) return;
        report({at: node.place(prune.start, prune.end), message: 'prune', data: {}});
      },
    };
  },
});
