import {findAutoscaler} from '../../../inventory';
import type {Autoscaler} from '../../../inventory';
import {findFlag} from '../../../kubectl';
import {workloadsFor} from '../../kubectl/kubectl-workloads';
import {defineRule} from '../../rule';

const WEB =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n---\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web-hpa, namespace: shop}\nspec:\n  minReplicas: 2\n  maxReplicas: 10\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n';

export default defineRule({
  id: 'inventory/no-autoscaled-replicas',
  summary: 'Disallow `kubectl scale` on what an autoscaler owns',
  why: 'The autoscaler sets the number of replicas from its metrics again within minutes, so the pods that were added go away while they are needed. Its lower bound is what holds.',
  severity: 'error',
  messages: {
    owned:
      'Found `scale` on {{workload}}, whose replicas ({{bounds}}) the {{type}} `{{name}}` of {{manifest}} owns and takes back, expected `{{patch}}`.',
  },
  examples: {
    good: [
      {
        title: 'the lower bound of the autoscaler, and a stop, which switches the autoscaler off',
        source:
          "```bash\nkubectl patch hpa web-hpa -n shop --type=merge -p '{\"spec\":{\"minReplicas\":6}}'\nkubectl scale deployment/web --replicas=0 -n shop\n```\n",
        files: {'kubernetes/web.yaml': WEB},
      },
    ],
    bad: [
      {
        title: 'more pods, for a few minutes',
        source: '```bash\nkubectl scale deployment/web --replicas=6 -n shop\n```\n',
        files: {'kubernetes/web.yaml': WEB},
        reports: [
          '2:9-2:42 Found `scale` on Deployment `web`, whose replicas (2 to 10) the HorizontalPodAutoscaler `web-hpa` of kubernetes/web.yaml owns and takes back, expected `kubectl patch hpa web-hpa -n shop --type=merge -p \'{"spec":{"minReplicas":6}}\'`.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      kubectl(node) {
        const {kubectl, place} = node;
        const replicas = findFlag(kubectl, 'replicas');
        if (inventory === undefined || kubectl.path.join(' ') !== 'scale') return;
        if (replicas === undefined || replicas.value === '0' || isShown(kubectl)) return;
        for (const {object} of workloadsFor(node, inventory)) {
          const {type, name, namespace} = object;
          const scope = namespace === undefined ? {} : {namespace};
          const autoscaler = findAutoscaler(inventory, {type, name, ...scope});
          if (autoscaler === undefined || isGone(autoscaler, node.script.document.source)) continue;
          const end = Math.max(replicas.end, ...kubectl.arguments.map(word => word.end));
          report({
            at: place(kubectl.verbs[0]?.start ?? node.command.start, end),
            message: 'owned',
            data: {
              workload: `${type} \`${name}\``,
              bounds: boundsOf(autoscaler),
              type: autoscaler.object.type,
              name: autoscaler.object.name,
              manifest: autoscaler.object.path,
              patch: patchOf(autoscaler, replicas.value ?? 'N'),
            },
          });
        }
      },
    };
  },
});

function isShown(kubectl: Parameters<typeof findFlag>[0]): boolean {
  const dry = findFlag(kubectl, 'dry-run');
  return dry !== undefined && dry.value !== 'none';
}

/** A page that removes the autoscaler first may well set the number by hand. */
function isGone({object: {name}}: Autoscaler, source: string): boolean {
  return source
    .split('\n')
    .some(line => /\bdelete\s+(?:hpa|horizontalpodautoscalers?|scaledobjects?)\b/.test(line) && line.includes(name));
}

function boundsOf({minReplicas, maxReplicas}: Autoscaler): string {
  return maxReplicas === undefined ? `at least ${minReplicas}` : `${minReplicas} to ${maxReplicas}`;
}

function patchOf({object: {type, name, namespace}}: Autoscaler, replicas: string): string {
  const [kind, field] =
    type === 'ScaledObject' ? ['scaledobject', 'minReplicaCount'] : ['hpa', 'minReplicas'];
  const scope = namespace === undefined ? '' : ` -n ${namespace}`;
  return `kubectl patch ${kind} ${name}${scope} --type=merge -p '{"spec":{"${field}":${replicas}}}'`;
}
