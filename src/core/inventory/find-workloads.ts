import {findObjects} from './find-objects';
import {matchesLabels} from './label-selector';
import type {LabelSelector} from './label-selector';
import type {Inventory} from './types';
import {workloadOf} from './workload';
import type {Workload} from './workload';

/** The workloads whose pods a selector matches, as in `kubectl get pods -l`. */
export function findWorkloads(
  inventory: Inventory,
  {selector, namespace}: {readonly selector: LabelSelector; readonly namespace?: string},
): readonly Workload[] {
  return workloadsIn(inventory, namespace).filter(({podLabels}) =>
    matchesLabels(selector, podLabels),
  );
}

/**
 * The workloads that could own a pod of this name, such as `web-7c9d8b6f5-x2k4q` of the Deployment
 * `web`.
 */
export function findPodOwners(
  inventory: Inventory,
  {pod, namespace}: {readonly pod: string; readonly namespace?: string},
): readonly Workload[] {
  return workloadsIn(inventory, namespace).filter(({object}) => {
    if (object.type === 'Pod' && object.name === pod) return true;
    const suffix = podSuffixes[object.type];
    return pod.startsWith(object.name) && suffix?.test(pod.slice(object.name.length)) === true;
  });
}

const podSuffixes: {readonly [type: string]: RegExp} = {
  Deployment: /^-[a-z0-9]{6,10}-[a-z0-9]{5}$/,
  ReplicaSet: /^-[a-z0-9]{5}$/,
  ReplicationController: /^-[a-z0-9]{5}$/,
  StatefulSet: /^-\d+$/,
  DaemonSet: /^-[a-z0-9]{5}$/,
  Job: /^-(?:\d+-)?[a-z0-9]{5}$/,
  CronJob: /^-\d+-[a-z0-9]{5}$/,
};

function workloadsIn(inventory: Inventory, namespace: string | undefined): readonly Workload[] {
  const query = namespace === undefined ? {} : {namespace};
  return findObjects(inventory, query).flatMap(object => workloadOf(object) ?? []);
}
