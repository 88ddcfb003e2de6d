import type {Inventory, KubernetesObject} from './types';

export type ObjectQuery = {
  /** Kubernetes' `kind`, such as `Deployment`; see `resourceTypeOf` for words of a command line. */
  readonly type?: string;
  readonly name?: string;
  readonly namespace?: string;
};

/**
 * The objects that answer a query, in file order. An object whose manifest names no namespace may
 * be applied to any, so it answers for each.
 */
export function findObjects(
  {objects}: Inventory,
  {type, name, namespace}: ObjectQuery,
): readonly KubernetesObject[] {
  return objects.filter(
    object =>
      (type === undefined || object.type === type) &&
      (name === undefined || object.name === name) &&
      isIn(object, namespace),
  );
}

function isIn(object: KubernetesObject, namespace: string | undefined): boolean {
  return (
    namespace === undefined || object.namespace === undefined || object.namespace === namespace
  );
}

/**
 * Every namespace that the manifests declare or put something into. Of others the inventory knows
 * nothing, and a rule has to be silent.
 */
export function namespacesOf({objects}: Inventory): ReadonlySet<string> {
  return new Set(
    objects.flatMap(({type, name, namespace}) => (type === 'Namespace' ? name : (namespace ?? []))),
  );
}
