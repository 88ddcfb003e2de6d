import {findObjects, inventoryKindOf, namespacesOf} from '../../inventory';
import type {Inventory, KubernetesObject} from '../../inventory';
import type {Workspace} from '../workspace';

/**
 * The inventory, where it can say that something is not there: every manifest was read, and the
 * namespace is one that it holds and that no operator or chart fills with objects of its own.
 */
export function worldOf(
  {inventory}: Workspace,
  namespace: string | undefined,
): Inventory | undefined {
  if (inventory === undefined || namespace === undefined) return undefined;
  const known = decided.get(inventory) ?? new Map<string, boolean>();
  decided.set(inventory, known);
  const isHeld = known.get(namespace) ?? holds(inventory, namespace);
  known.set(namespace, isHeld);
  return isHeld ? inventory : undefined;
}

/** An inventory never changes, and every call of kubectl asks. */
const decided = new WeakMap<Inventory, Map<string, boolean>>();

function holds(inventory: Inventory, namespace: string): boolean {
  if (SYSTEM.test(namespace) || isPartial(inventory)) return false;
  if (!namespacesOf(inventory).has(namespace)) return false;
  return !findObjects(inventory, {namespace}).some(makesOthers);
}

/** Much in them comes with the cluster. */
const SYSTEM = /^(?:default|kube-.*|openshift.*)$/;

/** What a manifest that cannot be read declares is unknown. */
function isPartial({problems, files}: Inventory): boolean {
  return problems.some(({code, path}) => {
    if (code === 'metrics-syntax' || code === 'json-syntax') return false;
    const source = files.find(file => file.path === path)?.source ?? '';
    const kind = inventoryKindOf(path, source);
    return kind !== 'metrics' && kind !== 'rules';
  });
}

const PLAIN_GROUP = /^(?:[a-z]+|[\w.-]+\.k8s\.io|(?:acme\.)?cert-manager\.io|keda\.sh)$/;
const MONITORING = new Set(['ServiceMonitor', 'PodMonitor', 'Probe', 'PrometheusRule']);

/** A Prometheus or a HelmRelease has an operator make Deployments and Secrets that no manifest shows. */
function makesOthers({apiVersion, type}: KubernetesObject): boolean {
  const [group, version] = apiVersion.split('/');
  if (version === undefined || PLAIN_GROUP.test(group ?? '')) return false;
  return !MONITORING.has(type);
}

/** `name` of `path`, for a few objects. */
export function listObjects(objects: readonly KubernetesObject[]): string {
  const shown = objects.slice(0, 3).map(({name, path}) => `\`${name}\` (${path})`);
  const more = objects.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
