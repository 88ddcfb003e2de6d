import {findFlag} from '../../../kubectl';
import {isReal, pathOf} from '../../kubectl/call';
import {isWarnedOf} from '../../kubectl/warning';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-scale-to-zero',
  summary: 'Disallow scaling to no replicas on a page that never scales up again',
  why: 'It is an outage, and the number of replicas to go back to is lost.',
  severity: 'warning',
  messages: {
    zero: 'Found `scale --replicas=0` and no `scale` that ends it, expected one below, or a warning before it.',
  },
  examples: {
    good: [
      {
        title: 'down and up again',
        source:
          '```bash\nkubectl scale deployment/worker --replicas=0\n./migrate.sh\nkubectl scale deployment/worker --replicas=4\n```\n',
      },
    ],
    bad: [
      {
        title: 'down for good',
        source: '```bash\nkubectl scale deployment/worker --replicas=0\n```\n',
        reports: [
          '2:33-2:45 Found `scale --replicas=0` and no `scale` that ends it, expected one below, or a warning before it.',
        ],
      },
    ],
  },
  check({report}) {
    const down: KubectlNode[] = [];
    return {
      kubectl(node) {
        if (pathOf(node) !== 'scale' || !isReal(node)) return;
        const replicas = findFlag(node.kubectl, 'replicas');
        if (replicas === undefined) return;
        if (replicas.value === '0') down.push(node);
        else down.length = 0;
      },
      file() {
        for (const node of down.filter(call => !isWarnedOf(call))) {
          const replicas = findFlag(node.kubectl, 'replicas');
          if (replicas === undefined) continue;
          report({at: node.place(replicas.start, replicas.end), message: 'zero', data: {}});
        }
      },
    };
  },
});
