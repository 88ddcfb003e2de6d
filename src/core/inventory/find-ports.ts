import {findWorkloads} from './find-workloads';
import {jsonAt, listAt, numberAt, textAt} from './json-at';
import {selectorAt} from './selector-at';
import type {Inventory, JsonValue, KubernetesObject} from './types';
import {workloadOf} from './workload';

export type OpenPort = {
  readonly name: string | undefined;
  /** What a client or `kubectl port-forward` names: a Service's own port, else the container's. */
  readonly port: number;
  /** The container port behind it; undefined when no container of the inventory opens it. */
  readonly containerPort: number | undefined;
};

/**
 * The ports that an object answers on: those of a Service, or those that a workload's containers
 * declare. Undeclared ports may be open all the same, so an empty list says nothing.
 */
export function findPorts(inventory: Inventory, object: KubernetesObject): readonly OpenPort[] {
  if (object.type === 'Service') return servicePorts(inventory, object);
  return containerPorts(object).map(({name, port}) => ({name, port, containerPort: port}));
}

function containerPorts(object: KubernetesObject) {
  return workloadOf(object)?.containers.flatMap(({ports}) => ports) ?? [];
}

function servicePorts(inventory: Inventory, {value, namespace}: KubernetesObject) {
  const selector = selectorAt(jsonAt(value, 'spec', 'selector'));
  const scope = namespace === undefined ? {} : {namespace};
  const workloads = selector.length === 0 ? [] : findWorkloads(inventory, {selector, ...scope});
  const opened = workloads.flatMap(({object}) => containerPorts(object));
  return listAt(value, 'spec', 'ports').flatMap(entry => servicePort(entry, opened));
}

function servicePort(
  entry: JsonValue,
  opened: ReturnType<typeof containerPorts>,
): readonly OpenPort[] {
  const port = numberAt(entry, 'port');
  if (port === undefined) return [];
  const target = textAt(entry, 'targetPort') ?? numberAt(entry, 'targetPort') ?? port;
  const container = opened.find(candidate => [candidate.name, candidate.port].includes(target));
  return [{name: textAt(entry, 'name'), port, containerPort: container?.port}];
}
