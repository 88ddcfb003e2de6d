import {findObjects} from './find-objects';
import {numberAt, textAt} from './json-at';
import type {Inventory, KubernetesObject} from './types';

export type Autoscaler = {
  readonly object: KubernetesObject;
  readonly minReplicas: number;
  /** Undefined when its manifest leaves it out. */
  readonly maxReplicas: number | undefined;
};

/** What owns the replica count of a workload: a HorizontalPodAutoscaler or a KEDA ScaledObject. */
export function findAutoscaler(
  inventory: Inventory,
  {type, name, namespace}: {readonly type: string; readonly name: string; readonly namespace?: string},
): Autoscaler | undefined {
  const scope = namespace === undefined ? {} : {namespace};
  const autoscaler = ['HorizontalPodAutoscaler', 'ScaledObject']
    .flatMap(kind => findObjects(inventory, {type: kind, ...scope}))
    .find(({value}) => {
      const target = textAt(value, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment';
      return target === type && textAt(value, 'spec', 'scaleTargetRef', 'name') === name;
    });
  return autoscaler && boundsOf(autoscaler);
}

function boundsOf(object: KubernetesObject): Autoscaler {
  const [minimum, maximum, fallback] =
    object.type === 'ScaledObject'
      ? ['minReplicaCount', 'maxReplicaCount', 0]
      : ['minReplicas', 'maxReplicas', 1];
  return {
    object,
    minReplicas: numberAt(object.value, 'spec', String(minimum)) ?? Number(fallback),
    maxReplicas: numberAt(object.value, 'spec', String(maximum)),
  };
}
