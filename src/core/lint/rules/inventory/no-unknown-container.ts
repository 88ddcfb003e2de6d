import type {Container, Workload} from '../../../inventory';
import {findFlag} from '../../../kubectl';
import {closest} from '../../../closest';
import {valueRange} from '../../kubectl/kubectl-scope';
import {workloadsFor} from '../../kubectl/kubectl-workloads';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

const WEB = {
  'kubernetes/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      initContainers: [{name: migrate, image: shop/web:1}]\n      containers: [{name: nginx, image: nginx:1}]\n',
};

export default defineRule({
  id: 'inventory/no-unknown-container',
  summary: 'Disallow the name of a container that its pod does not have',
  why: 'A container is seldom called as its Deployment is; kubectl then ends with an error, and `set image` leaves the old image in place.',
  severity: 'error',
  messages: {
    similar:
      'Found the container `{{container}}`, which the pods of `{{workload}}` do not have, expected `{{similar}}`, as in {{manifest}}.',
    unknown:
      'Found the container `{{container}}`, which the pods of `{{workload}}` do not have, expected one of {{known}}, as in {{manifest}}.',
  },
  examples: {
    good: [
      {
        title: 'a container, an init container, all of them, and a sidecar that the mesh adds',
        source:
          '```bash\nkubectl logs deployment/web -c nginx -n shop\nkubectl logs -l app=web -c migrate -n shop --tail=-1\nkubectl set image deployment/web "*=nginx:2" -n shop\nkubectl logs deployment/web -c istio-proxy -n shop\n```\n',
        files: WEB,
      },
    ],
    bad: [
      {
        title: 'the name of the Deployment, and a slip of the pen',
        source:
          '```bash\nkubectl set image deployment/web web=nginx:2 -n shop\nkubectl logs deployment/web -c ngnix -n shop\n```\n',
        files: WEB,
        reports: [
          '2:34-2:37 Found the container `web`, which the pods of `web` do not have, expected one of `migrate`, `nginx`, as in kubernetes/web.yaml.',
          '3:32-3:37 Found the container `ngnix`, which the pods of `web` do not have, expected `nginx`, as in kubernetes/web.yaml.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      kubectl(node) {
        const named = inventory === undefined ? [] : containersNamed(node);
        if (inventory === undefined || named.length === 0) return;
        const workloads = workloadsFor(node, inventory).filter(({containers}) => containers.length > 0);
        const [first] = workloads;
        if (first === undefined) return;
        const known = [...new Set(workloads.flatMap(namesOf))];
        for (const {name, start, end} of named) {
          if (known.includes(name) || INJECTED.test(name)) continue;
          const at = node.place(start, end);
          const similar = closest(name, known);
          const data = {container: name, workload: first.object.name, manifest: first.object.path};
          if (similar !== undefined) report({at, message: 'similar', data: {...data, similar}});
          else report({at, message: 'unknown', data: {...data, known: list(known)}});
        }
      },
    };
  },
});

/** Sidecars that no manifest shows, and containers that `kubectl debug` adds. */
const INJECTED =
  /^(?:istio-.*|linkerd-.*|vault-agent.*|envoy.*|consul-.*|dapr.*|daprd|aws-.*|cloud-?sql.*|datadog.*|debugger.*|.*-(?:proxy|sidecar|agent|init))$/;

type Named = {readonly name: string; readonly start: number; readonly end: number};

const BY_FLAG = /^(?:logs|exec|attach|set (?:env|resources))$/;

function containersNamed({kubectl}: KubectlNode): readonly Named[] {
  const path = kubectl.path.join(' ');
  if (path === 'set image') return kubectl.arguments.slice(1).flatMap(word => imageOf(word));
  if (!BY_FLAG.test(path)) return [];
  const flag = path.startsWith('set')
    ? findFlag(kubectl, 'containers')
    : findFlag(kubectl, 'container');
  const {value, valueWord} = flag ?? {};
  if (valueWord === undefined || value === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(value)) return [];
  return [{name: value, ...valueRange(valueWord, value)}];
}

function imageOf({value, text, start}: {readonly value: string | undefined; readonly text: string; readonly start: number}) {
  const [, name] = /^([a-z0-9][a-z0-9-]*)=/.exec(value ?? '') ?? [];
  if (name === undefined || !text.startsWith(name)) return [];
  return [{name, start, end: start + name.length}];
}

function namesOf({containers}: Workload): readonly string[] {
  return containers.map(({name}: Container) => name);
}

function list(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ');
}
