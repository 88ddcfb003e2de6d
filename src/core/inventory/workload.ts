import {jsonAt, labelsAt, listAt, numberAt, textAt} from './json-at';
import type {Inventory, JsonValue, KubernetesObject, Labels} from './types';

/** An object that has pods made, with what its pod template says. */
export type Workload = {
  readonly kind: 'workload';
  readonly object: KubernetesObject;
  readonly podLabels: Labels;
  readonly containers: readonly Container[];
};

export type Container = {
  readonly name: string;
  readonly role: 'main' | 'init';
  readonly image: string | undefined;
  readonly ports: readonly ContainerPort[];
  /** Names of the entries of `env`. */
  readonly env: readonly string[];
  readonly envFrom: readonly EnvSource[];
  /** Quantities as written, by resource: `{cpu: '500m'}`. */
  readonly requests: Labels;
  readonly limits: Labels;
};

export type ContainerPort = {
  readonly name: string | undefined;
  readonly port: number;
  readonly protocol: string;
};

export type EnvSource = {
  readonly type: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly prefix: string;
};

const templatePaths: {readonly [type: string]: readonly string[]} = {
  Pod: [],
  PodTemplate: ['template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

export function workloadsOf({objects}: Inventory): readonly Workload[] {
  return objects.flatMap(object => workloadOf(object) ?? []);
}

/** The workload that an object is; undefined for other types, custom ones too. */
export function workloadOf(object: KubernetesObject): Workload | undefined {
  const path = templatePaths[object.type];
  if (path === undefined) return undefined;
  const template = jsonAt(object.value, ...path);
  return {
    kind: 'workload',
    object,
    podLabels: labelsAt(template, 'metadata', 'labels'),
    containers: [
      ...listAt(template, 'spec', 'initContainers').map(value => containerOf(value, 'init')),
      ...listAt(template, 'spec', 'containers').map(value => containerOf(value, 'main')),
    ],
  };
}

function containerOf(value: JsonValue, role: Container['role']): Container {
  return {
    name: textAt(value, 'name') ?? '',
    role,
    image: textAt(value, 'image'),
    ports: listAt(value, 'ports').flatMap(portOf),
    env: listAt(value, 'env').flatMap(entry => textAt(entry, 'name') ?? []),
    envFrom: listAt(value, 'envFrom').flatMap(envSourceOf),
    requests: labelsAt(value, 'resources', 'requests'),
    limits: labelsAt(value, 'resources', 'limits'),
  };
}

function portOf(value: JsonValue): readonly ContainerPort[] {
  const port = numberAt(value, 'containerPort');
  if (port === undefined) return [];
  return [{name: textAt(value, 'name'), port, protocol: textAt(value, 'protocol') ?? 'TCP'}];
}

function envSourceOf(value: JsonValue): readonly EnvSource[] {
  const prefix = textAt(value, 'prefix') ?? '';
  const configMap = textAt(value, 'configMapRef', 'name');
  if (configMap !== undefined) return [{type: 'ConfigMap', name: configMap, prefix}];
  const secret = textAt(value, 'secretRef', 'name');
  return secret === undefined ? [] : [{type: 'Secret', name: secret, prefix}];
}
