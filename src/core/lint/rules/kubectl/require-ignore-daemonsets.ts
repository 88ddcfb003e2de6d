import {hasFlag, isReal, mayHoldMore, pathOf, verbPlace} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-ignore-daemonsets',
  summary: 'Require `--ignore-daemonsets` for `drain`',
  why: 'Nearly every node runs pods of a DaemonSet, for its network and its logs. Without the flag, `drain` cordons the node, evicts nothing and fails.',
  severity: 'warning',
  messages: {
    daemonsets:
      'Found `drain` without `--ignore-daemonsets`, which fails on a node with pods of a DaemonSet, expected that flag.',
  },
  examples: {
    good: [
      {
        title: 'with the flag',
        source: '```bash\nkubectl drain node-1 --ignore-daemonsets --timeout=10m\n```\n',
      },
    ],
    bad: [
      {
        title: 'without it',
        source: '```bash\nkubectl drain node-1 --timeout=10m\n```\n',
        reports: [
          '2:1-2:14 Found `drain` without `--ignore-daemonsets`, which fails on a node with pods of a DaemonSet, expected that flag.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        if (pathOf(node) !== 'drain' || !isReal(node) || mayHoldMore(node)) return;
        if (hasFlag(node, 'ignore-daemonsets', 'pod-selector')) return;
        report({at: verbPlace(node), message: 'daemonsets', data: {}});
      },
    };
  },
});
