import {findFlag} from '../../kubectl';
import {
  findObjects,
  findPodOwners,
  findWorkloads,
  parseLabelSelector,
  selectorAt,
  workloadOf,
} from '../../inventory';
import type {Inventory, KubernetesObject, Workload} from '../../inventory';
import {scopeOf} from './kubectl-scope';
import type {KubectlScope} from './kubectl-scope';
import {targetsOf} from './kubectl-targets';
import type {KubectlTarget} from './kubectl-targets';
import type {KubectlNode} from '../node';

/** The workloads of the inventory whose pods a call acts on; none where it cannot be told. */
export function workloadsFor(node: KubectlNode, inventory: Inventory): readonly Workload[] {
  const scope = scopeOf(node);
  if (scope === undefined) return [];
  const selector = findFlag(node.kubectl, 'selector');
  if (selector !== undefined) return selected(selector.value, inventory, scope);
  return targetsOf(node, inventory).flatMap(target => workloadsOf(target, inventory, scope));
}

function selected(text: string | undefined, inventory: Inventory, scope: KubectlScope) {
  const selector = text === undefined ? undefined : parseLabelSelector(text);
  return selector === undefined ? [] : findWorkloads(inventory, {selector, ...scope});
}

function workloadsOf(
  {type, name}: KubectlTarget,
  inventory: Inventory,
  scope: KubectlScope,
): readonly Workload[] {
  if (type === 'Pod') return findPodOwners(inventory, {pod: name, ...scope});
  return findObjects(inventory, {type, name, ...scope}).flatMap(object =>
    object.type === 'Service' ? behind(object, inventory, scope) : (workloadOf(object) ?? []),
  );
}

function behind({value}: KubernetesObject, inventory: Inventory, scope: KubectlScope) {
  const {spec} = value;
  const map =
    typeof spec === 'object' && spec !== null && 'selector' in spec ? spec.selector : undefined;
  const selector = selectorAt(map);
  return selector.length === 0 ? [] : findWorkloads(inventory, {selector, ...scope});
}
