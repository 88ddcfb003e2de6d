import type {JsonValue} from '../../../inventory';
import {findFlag} from '../../../kubectl';
import {hasFlag, isOn, pathOf} from '../../kubectl/call';
import {workloadsFor} from '../../kubectl/kubectl-workloads';
import {defineRule} from '../../rule';

const WEB =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n  replicas: 8\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n        - {name: web}\n';

export default defineRule({
  id: 'kubectl/no-refused-follow',
  summary: 'Disallow following the logs of more pods than kubectl follows at once',
  why: 'kubectl follows five logs at most. With more pods behind the selector it refuses the command instead of showing five.',
  severity: 'warning',
  messages: {
    refused:
      'Found `logs -f` for {{count}} pods of `{{name}}` ({{path}}), where kubectl follows {{most}} logs at most, expected `--max-log-requests={{count}}`.',
  },
  examples: {
    good: [
      {
        title: 'as many as there are pods, and a selector of which nothing is known',
        source:
          '```bash\nkubectl logs -f -l app=web -n shop --tail=20 --max-log-requests=8\nkubectl logs -f -l app=api -n shop --tail=20\nkubectl logs -l app=web -n shop --tail=20\n```\n',
        files: {'kubernetes/web.yaml': WEB},
      },
    ],
    bad: [
      {
        title: 'eight pods',
        source: '```bash\nkubectl logs -f -l app=web -n shop --tail=20\n```\n',
        files: {'kubernetes/web.yaml': WEB},
        reports: [
          '2:14-2:16 Found `logs -f` for 8 pods of `web` (kubernetes/web.yaml), where kubectl follows 5 logs at most, expected `--max-log-requests=8`.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    if (inventory === undefined) return {};
    return {
      kubectl(node) {
        const {kubectl, place} = node;
        const follow = findFlag(kubectl, 'follow');
        if (pathOf(node) !== 'logs' || follow === undefined || !isOn(node, 'follow')) return;
        if (!hasFlag(node, 'selector') || hasFlag(node, 'help')) return;
        const most = Number(findFlag(kubectl, 'max-log-requests')?.value ?? MOST);
        const [workload] = workloadsFor(node, inventory);
        const count = workload === undefined ? 0 : replicasOf(workload.object.value);
        if (workload === undefined || Number.isNaN(most) || count <= most) return;
        const {name, path} = workload.object;
        const data = {count: String(count), most: String(most), name, path};
        report({at: place(follow.word.start, follow.word.end), message: 'refused', data});
      },
    };
  },
});

/** The default of `--max-log-requests`. */
const MOST = 5;

function replicasOf(value: {readonly [key: string]: JsonValue}): number {
  const {spec} = value;
  const replicas =
    typeof spec === 'object' && spec !== null && 'replicas' in spec ? spec.replicas : undefined;
  return typeof replicas === 'number' ? replicas : 0;
}
