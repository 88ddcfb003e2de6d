import {findObjects} from './find-objects';
import {keysAt} from './json-at';
import type {Inventory} from './types';
import type {EnvSource, Workload} from './workload';

export type Environment = {
  /** Names that a manifest declares for the workload's containers, sorted. */
  readonly names: readonly string[];
  /** False when a ConfigMap or Secret that adds names is not in the inventory. */
  readonly isComplete: boolean;
};

export function findEnvironment(
  inventory: Inventory,
  {object, containers}: Workload,
): Environment {
  const sources = containers
    .flatMap(({envFrom}) => envFrom)
    .map(source => namesFrom(inventory, source, object.namespace));
  const names = [
    ...containers.flatMap(({env}) => env),
    ...sources.flatMap(source => source ?? []),
  ];
  return {
    names: [...new Set(names)].toSorted(),
    isComplete: sources.every(source => source !== undefined),
  };
}

function namesFrom(
  inventory: Inventory,
  {type, name, prefix}: EnvSource,
  namespace: string | undefined,
): readonly string[] | undefined {
  const scope = namespace === undefined ? {} : {namespace};
  const holders = findObjects(inventory, {type, name, ...scope});
  if (holders.length === 0) return undefined;
  return holders
    .flatMap(({value}) => keysAt(value, 'data').concat(keysAt(value, 'stringData')))
    .map(key => prefix + key);
}
