import {findObjects} from './find-objects';
import {listAt, textAt} from './json-at';
import {builtinResources} from './builtin-resources';
import type {Inventory, KubernetesObject} from './types';

export type ResourceType = {
  /** Kubernetes' `kind`. */
  readonly type: string;
  readonly plural: string;
  readonly shortNames: readonly string[];
  /** Empty for the core group. */
  readonly group: string;
  readonly isNamespaced: boolean;
};

/**
 * The resource type that kubectl takes a word for: `deploy`, `Deployments`, `deployment.apps`,
 * `deployments.v1.apps`. Knows the built-in types, cert-manager's, Prometheus Operator's, and every
 * CustomResourceDefinition of the inventory.
 */
export function resourceTypeOf(inventory: Inventory, word: string): ResourceType | undefined {
  const [name = '', ...suffix] = word.toLowerCase().split('.');
  return [...definedResources(inventory), ...builtinResources].find(
    resource => isNamed(resource, name) && isOfGroup(resource, suffix),
  );
}

function isNamed({type, plural, shortNames}: ResourceType, name: string): boolean {
  return type.toLowerCase() === name || plural === name || shortNames.includes(name);
}

function isOfGroup({group}: ResourceType, suffix: readonly string[]): boolean {
  const [version = '', ...rest] = suffix;
  const wanted = /^v\d+(?:(?:alpha|beta)\d+)?$/.test(version) ? rest : suffix;
  return wanted.length === 0 || wanted.join('.') === group;
}

function definedResources(inventory: Inventory): readonly ResourceType[] {
  return findObjects(inventory, {type: 'CustomResourceDefinition'}).map(definedResource);
}

function definedResource({value}: KubernetesObject): ResourceType {
  return {
    type: textAt(value, 'spec', 'names', 'kind') ?? '',
    plural: textAt(value, 'spec', 'names', 'plural') ?? '',
    shortNames: listAt(value, 'spec', 'names', 'shortNames').filter(name => typeof name === 'string'),
    group: textAt(value, 'spec', 'group') ?? '',
    isNamespaced: textAt(value, 'spec', 'scope') !== 'Cluster',
  };
}
