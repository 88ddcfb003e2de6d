import {findObjects, findPorts} from '../../../inventory';
import type {OpenPort} from '../../../inventory';
import {scopeOf} from '../../kubectl/kubectl-scope';
import {targetsOf} from '../../kubectl/kubectl-targets';
import {forwardsOf} from '../../kubectl/port-forwards';
import {defineRule} from '../../rule';

const WEB = {
  'kubernetes/web.yaml':
    'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec:\n  selector: {app: web}\n  ports: [{name: http, port: 80, targetPort: 8080}]\n',
};

export default defineRule({
  id: 'inventory/no-unknown-service-port',
  summary: 'Disallow a `port-forward` to a port that the Service does not have',
  why: 'The port behind the colon is the one of the Service, not that of the container: kubectl refuses, and nothing listens on this side.',
  severity: 'error',
  messages: {
    unknown:
      'Found port `{{port}}` for the Service `{{service}}`, expected {{known}}, as in {{manifest}}.',
  },
  examples: {
    good: [
      {
        title: 'the port of the Service, by number and by name',
        source:
          '```bash\nkubectl port-forward svc/web 8080:80 -n shop\n```\n\n```bash\nkubectl port-forward svc/web 8080:http -n shop\n```\n',
        files: WEB,
      },
    ],
    bad: [
      {
        title: 'the port of the container',
        source: '```bash\nkubectl port-forward svc/web 8080:8080 -n shop\n```\n',
        files: WEB,
        reports: [
          '2:35-2:39 Found port `8080` for the Service `web`, expected `80` (`http`), as in kubernetes/web.yaml.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      kubectl(node) {
        const scope = scopeOf(node);
        const forwards = forwardsOf(node);
        if (inventory === undefined || scope === undefined || forwards.length === 0) return;
        const [target] = targetsOf(node, inventory);
        if (target?.type !== 'Service') return;
        const {name, type} = target;
        const services = findObjects(inventory, {type, name, ...scope});
        const ports = services.flatMap(service => findPorts(inventory, service));
        const [service] = services;
        if (service === undefined || ports.length === 0) return;
        for (const {port, start, end} of forwards) {
          if (ports.some(open => String(open.port) === port || open.name === port)) continue;
          const data = {port, service: name, known: ports.map(describe).join(', '), manifest: service.path};
          report({at: node.place(start, end), message: 'unknown', data});
        }
      },
    };
  },
});

function describe({port, name}: OpenPort): string {
  return name === undefined ? `\`${port}\`` : `\`${port}\` (\`${name}\`)`;
}
