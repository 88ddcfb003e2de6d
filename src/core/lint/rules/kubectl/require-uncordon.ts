import {isReal, pathOf, verbPlace} from '../../kubectl/call';
import {typesOf} from '../../kubectl/target-words';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-uncordon',
  summary: 'Require `uncordon` after `cordon`',
  why: 'A node that stays cordoned takes no pods and is still paid for; the next rollout finds no room and nobody knows why.',
  severity: 'warning',
  messages: {
    uncordon:
      'Found `cordon` and no `uncordon` after it, expected `kubectl uncordon {{node}}` where the node is well again.',
  },
  examples: {
    good: [
      {
        title: 'cordoned for a while, or for good',
        source:
          '```bash\nkubectl cordon node-1\nkubectl uncordon node-1\nkubectl cordon node-2\nkubectl delete node node-2\n```\n',
      },
    ],
    bad: [
      {
        title: 'cordoned and forgotten',
        source: '```bash\nkubectl cordon node-1\n```\n',
        reports: [
          '2:1-2:15 Found `cordon` and no `uncordon` after it, expected `kubectl uncordon node-1` where the node is well again.',
        ],
      },
    ],
  },
  check({report}) {
    let cordoned: readonly KubectlNode[] = [];
    return {
      kubectl(node) {
        const path = pathOf(node);
        if (path === 'cordon' && isReal(node)) cordoned = [...cordoned, node];
        if (path === 'uncordon' || isNodeDeletion(node)) cordoned = [];
      },
      file({document}) {
        if (FOR_GOOD.test(document.source)) return;
        for (const node of cordoned) {
          const data = {node: node.kubectl.arguments[0]?.text ?? 'NODE'};
          report({at: verbPlace(node), message: 'uncordon', data});
        }
      },
    };
  },
});

/** A page that takes nodes out of service does so by means of the cloud. */
const FOR_GOOD =
  /\b(?:terminat|decommission|retir|uncordon)\w*|\b(?:replac|remov|delet)\w+ (?:the|a|that|this|old) node/i;

function isNodeDeletion(node: KubectlNode): boolean {
  return pathOf(node) === 'delete' && typesOf(node).some(({plural}) => plural === 'nodes');
}
