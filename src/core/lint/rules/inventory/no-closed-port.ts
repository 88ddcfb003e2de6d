import {findObjects, findPorts} from '../../../inventory';
import type {Inventory, KubernetesObject} from '../../../inventory';
import {scopeOf} from '../../kubectl/kubectl-scope';
import type {KubectlScope} from '../../kubectl/kubectl-scope';
import {targetsOf} from '../../kubectl/kubectl-targets';
import type {KubectlTarget} from '../../kubectl/kubectl-targets';
import {workloadsFor} from '../../kubectl/kubectl-workloads';
import {forwardsOf} from '../../kubectl/port-forwards';
import {defineRule} from '../../rule';

const WEB = {
  'kubernetes/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers: [{name: web, ports: [{containerPort: 8080}]}]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  selector: {app: web}\n  ports: [{port: 80, targetPort: 8080}, {port: 9090, targetPort: metrics}]\n',
};

export default defineRule({
  id: 'inventory/no-closed-port',
  summary: 'Disallow a `port-forward` to a port that no container declares',
  why: 'The tunnel opens, and every connection through it is refused: kubectl says so only once somebody connects.',
  severity: 'warning',
  messages: {
    closed:
      'Found port `{{port}}` of `{{workload}}`, which its containers do not declare, expected {{known}}, as in {{manifest}}.',
    behind:
      'Found port `{{port}}` of the Service `{{service}}`, behind which no container declares a port, expected one of {{known}}, as in {{manifest}}.',
  },
  examples: {
    good: [
      {
        title: 'a port that a container declares, itself or behind a Service',
        source:
          '```bash\nkubectl port-forward deployment/web 9000:8080 -n shop\n```\n\n```bash\nkubectl port-forward svc/web 8080:80 -n shop\n```\n',
        files: WEB,
      },
    ],
    bad: [
      {
        title: 'a port of the Service on the pod, and a port of the Service that leads nowhere',
        source:
          '```bash\nkubectl port-forward deployment/web 8080:80 -n shop\n```\n\n```bash\nkubectl port-forward svc/web 9090:9090 -n shop\n```\n',
        files: WEB,
        reports: [
          '2:42-2:44 Found port `80` of `web`, which its containers do not declare, expected `8080`, as in kubernetes/web.yaml.',
          '6:35-6:39 Found port `9090` of the Service `web`, behind which no container declares a port, expected one of `80`, as in kubernetes/web.yaml.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      kubectl(node) {
        const forwards = forwardsOf(node);
        const scope = scopeOf(node);
        if (inventory === undefined || scope === undefined || forwards.length === 0) return;
        const [target] = targetsOf(node, inventory);
        const objects = workloadsFor(node, inventory).map(({object}) => object);
        const [first] = objects;
        if (target === undefined || first === undefined) return;
        const opened = objects.flatMap(object => findPorts(inventory, object));
        // Without any declared port nothing can be said.
        if (opened.length === 0) return;
        for (const {port, start, end} of forwards) {
          const at = node.place(start, end);
          const service = serviceOf(target, inventory, scope);
          if (service !== undefined) {
            const ports = findPorts(inventory, service);
            const entry = ports.find(open => String(open.port) === port || open.name === port);
            const known = ports.flatMap(open => (open.containerPort === undefined ? [] : [open.port]));
            if (entry === undefined || entry.containerPort !== undefined || known.length === 0) continue;
            const data = {port, service: service.name, known: list(known), manifest: service.path};
            report({at, message: 'behind', data});
          } else if (!opened.some(open => String(open.port) === port || open.name === port)) {
            const known = list(opened.map(open => open.port));
            report({at, message: 'closed', data: {port, workload: first.name, known, manifest: first.path}});
          }
        }
      },
    };
  },
});

function serviceOf(
  {type, name}: KubectlTarget,
  inventory: Inventory,
  scope: KubectlScope,
): KubernetesObject | undefined {
  return type === 'Service' ? findObjects(inventory, {type, name, ...scope})[0] : undefined;
}

function list(ports: readonly number[]): string {
  return [...new Set(ports)].map(port => `\`${port}\``).join(', ');
}
