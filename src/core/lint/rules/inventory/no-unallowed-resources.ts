import {findObjects, parseQuantity} from '../../../inventory';
import type {Container, Inventory, JsonValue, KubernetesObject, Workload} from '../../../inventory';
import {findFlag} from '../../../kubectl';
import type {KubectlFlag} from '../../../kubectl';
import type {Word} from '../../../shell';
import {scopeOf} from '../../kubectl/kubectl-scope';
import {workloadsFor} from '../../kubectl/kubectl-workloads';
import {defineRule} from '../../rule';

const WEB = {
  'kubernetes/web.yaml':
    'apiVersion: v1\nkind: LimitRange\nmetadata: {name: sizes, namespace: shop}\nspec:\n  limits:\n    - type: Container\n      max: {memory: 2Gi}\n      min: {cpu: 50m}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n  template:\n    spec:\n      containers: [{name: web, resources: {limits: {memory: 1Gi}}}]\n',
};

export default defineRule({
  id: 'inventory/no-unallowed-resources',
  summary: 'Disallow requests and limits that the cluster refuses',
  why: 'The Deployment takes the change, but no pod is admitted: the rollout hangs without an error on the terminal.',
  severity: 'error',
  messages: {
    range:
      'Found `{{resource}}={{value}}`, expected at {{bound}} `{{allowed}}`, the {{side}} of the LimitRange `{{name}}` in {{manifest}}.',
    request:
      'Found the request `{{resource}}={{value}}`, expected at most the limit of `{{allowed}}` that the container `{{name}}` has in {{manifest}}.',
  },
  examples: {
    good: [
      {
        title: 'within the range, and a request that comes with its limit',
        source:
          '```bash\nkubectl set resources deployment/web --limits=memory=1536Mi -n shop\nkubectl set resources deployment/web --requests=memory=1536Mi --limits=memory=2Gi -n shop\n```\n',
        files: WEB,
      },
    ],
    bad: [
      {
        title: 'above and below the range, and a request above the limit',
        source:
          '```bash\nkubectl set resources deployment/web --limits=memory=4Gi --requests=cpu=10m -n shop\nkubectl set resources deployment/web --requests=memory=1536Mi -n shop\n```\n',
        files: WEB,
        reports: [
          '2:38-2:57 Found `memory=4Gi`, expected at most `2Gi`, the maximum of the LimitRange `sizes` in kubernetes/web.yaml.',
          '2:58-2:76 Found `cpu=10m`, expected at least `50m`, the minimum of the LimitRange `sizes` in kubernetes/web.yaml.',
          '3:38-3:62 Found the request `memory=1536Mi`, expected at most the limit of `1Gi` that the container `web` has in kubernetes/web.yaml.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      kubectl(node) {
        const {kubectl} = node;
        const scope = scopeOf(node);
        if (inventory === undefined || scope?.namespace === undefined) return;
        if (kubectl.path.join(' ') !== 'set resources') return;
        const limits = findFlag(kubectl, 'limits');
        const requests = findFlag(kubectl, 'requests');
        const bounds = boundsIn(inventory, scope.namespace);
        for (const flag of [limits, requests]) {
          const at = flag && node.place(flag.start, flag.end);
          for (const {resource, value} of at ? pairsOf(flag) : []) {
            const broken = bounds.find(bound => breaks(bound, resource, value));
            if (at && broken) report({at, message: 'range', data: {...wordsFor(broken), resource, value}});
          }
        }
        const chosen = findFlag(kubectl, 'containers')?.value ?? '*';
        const raised = new Set(pairsOf(limits).map(({resource}) => resource));
        for (const {resource, value} of pairsOf(requests)) {
          const holder = workloadsFor(node, inventory).flatMap(workload => exceeded(workload, chosen, {resource, value}))[0];
          if (requests === undefined || holder === undefined || raised.has(resource)) continue;
          const at = node.place(requests.start, requests.end);
          report({at, message: 'request', data: {...holder, resource, value}});
        }
      },
    };
  },
});

type Pair = {readonly resource: string; readonly value: string};

function pairsOf(flag: KubectlFlag<Word> | undefined): readonly Pair[] {
  return (flag?.value ?? '').split(',').flatMap(part => {
    const [, resource, value] = /^([\w./-]+)=(\S+)$/.exec(part) ?? [];
    return resource === undefined || value === undefined ? [] : [{resource, value}];
  });
}

type Bound = Pair & {readonly side: 'max' | 'min'; readonly object: KubernetesObject};

function boundsIn(inventory: Inventory, namespace: string): readonly Bound[] {
  return findObjects(inventory, {type: 'LimitRange', namespace}).flatMap(object => {
    const limits = member(member(object.value, 'spec'), 'limits');
    const ofContainers = Array.isArray(limits) ? limits.filter(limit => member(limit, 'type') === 'Container') : [];
    return ofContainers.flatMap(limit =>
      (['max', 'min'] as const).flatMap(side =>
        entries(member(limit, side)).map(([resource, value]) => ({resource, value, side, object})),
      ),
    );
  });
}

function breaks(bound: Bound, resource: string, value: string): boolean {
  const [allowed, wanted] = [parseQuantity(bound.value), parseQuantity(value)];
  if (bound.resource !== resource || allowed === undefined || wanted === undefined) return false;
  return bound.side === 'max' ? wanted > allowed : wanted < allowed;
}

function wordsFor({side, value, object}: Bound) {
  const isMaximum = side === 'max';
  return {
    bound: isMaximum ? 'most' : 'least',
    side: isMaximum ? 'maximum' : 'minimum',
    allowed: value,
    name: object.name,
    manifest: object.path,
  };
}

function exceeded({object, containers}: Workload, chosen: string, {resource, value}: Pair) {
  const wanted = parseQuantity(value);
  return containers
    .filter(({name, role}: Container) => role === 'main' && (chosen === '*' || chosen === name))
    .flatMap(({name, limits}) => {
      const limit = limits[resource];
      const allowed = limit === undefined ? undefined : parseQuantity(limit);
      if (limit === undefined || allowed === undefined || wanted === undefined) return [];
      return wanted > allowed ? [{name, allowed: limit, manifest: object.path}] : [];
    });
}

function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function entries(value: JsonValue | undefined): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([name, quantity]) => [name, String(quantity)] as const);
}
