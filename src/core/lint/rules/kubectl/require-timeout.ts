import {findFlag} from '../../../kubectl';
import {programName} from '../../../shell';
import {hasFlag, isReal, pathOf, verbPlace} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-timeout',
  summary: 'Require `--timeout` for `rollout status` and `drain`',
  why: 'Neither has a limit of its own: a pod that never starts, or one that may not be evicted, keeps the reader waiting.',
  severity: 'info',
  messages: {
    timeout: 'Found `{{verb}}` without a limit, expected `--timeout`, such as `--timeout=5m`.',
  },
  examples: {
    good: [
      {
        title: 'limits',
        source:
          '```bash\nkubectl rollout status deployment/web --timeout=5m\ntimeout 60 kubectl rollout status deployment/web\nkubectl rollout status deployment/web --watch=false\nkubectl wait --for=condition=Ready pod/web-0\n```\n',
      },
    ],
    bad: [
      {
        title: 'no limit',
        source: '```bash\nkubectl rollout status deployment/web\n```\n',
        reports: [
          '2:1-2:23 Found `rollout status` without a limit, expected `--timeout`, such as `--timeout=5m`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const verb = pathOf(node);
        if (verb !== 'rollout status' && verb !== 'drain') return;
        if (!isReal(node) || hasFlag(node, 'timeout', 'request-timeout')) return;
        if (findFlag(node.kubectl, 'watch')?.value === 'false') return;
        if (node.command.words.some(word => programName(word) === 'timeout')) return;
        report({at: verbPlace(node), message: 'timeout', data: {verb}});
      },
    };
  },
});
