import {isReal, hasFlag, pathOf, verbPlace} from '../../kubectl/call';
import {isWithin, offsetOf, sectionOf} from '../../kubectl/section';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-revision',
  summary: 'Require `--to-revision` for a rollback without a look at the history before',
  why: '`rollout undo` goes to the revision before, whatever that is: after a rollback it is the release that was bad.',
  severity: 'warning',
  messages: {
    blind:
      'Found `rollout undo` without a revision and without a look at the history before, expected `rollout history`, then `--to-revision`.',
  },
  examples: {
    good: [
      {
        title: 'a revision, or a look at the history',
        source:
          '```bash\nkubectl rollout undo deployment/web --to-revision=7\n```\n\n```bash\nkubectl rollout history deployment/web\nkubectl rollout undo deployment/web\n```\n',
      },
    ],
    bad: [
      {
        title: 'a rollback to whatever was before',
        source: '```bash\nkubectl rollout undo deployment/web -n web\n```\n',
        reports: [
          '2:1-2:21 Found `rollout undo` without a revision and without a look at the history before, expected `rollout history`, then `--to-revision`.',
        ],
      },
    ],
  },
  check({report}) {
    const histories: KubectlNode[] = [];
    const undone = new Set<string>();
    return {
      kubectl(node) {
        const path = pathOf(node);
        if (path === 'rollout history') histories.push(node);
        if (path !== 'rollout undo' || !isReal(node) || hasFlag(node, 'to-revision')) return;
        // What is undone a second time has a rule of its own.
        const workload = node.kubectl.arguments.map(({text}) => text).join(' ');
        const isFirst = !undone.has(workload);
        undone.add(workload);
        if (isFirst && !isSeen(node, histories)) {
          report({at: verbPlace(node), message: 'blind', data: {}});
        }
      },
    };
  },
});

function isSeen(node: KubectlNode, histories: readonly KubectlNode[]): boolean {
  const {start} = sectionOf(node);
  return histories.some(history => isWithin({start, end: offsetOf(node)}, history));
}
