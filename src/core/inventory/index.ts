export {findAlerts} from './find-alerts';
export {findAutoscaler} from './find-autoscaler';
export type {Autoscaler} from './find-autoscaler';
export {findEnvironment} from './find-environment';
export type {Environment} from './find-environment';
export {findObjects, namespacesOf} from './find-objects';
export type {ObjectQuery} from './find-objects';
export {findPorts} from './find-ports';
export type {OpenPort} from './find-ports';
export {findSeries} from './find-series';
export type {Series} from './find-series';
export {findPodOwners, findWorkloads} from './find-workloads';
export {inventoryKindOf} from './kind-of';
export type {InventoryKind} from './kind-of';
export {matchesLabels, parseLabelSelector} from './label-selector';
export type {LabelRequirement, LabelSelector} from './label-selector';
export {loadInventory} from './load-inventory';
export {parseQuantity} from './quantity';
export {readRuleSnippets} from './read-rules';
export {resourceTypeOf} from './resource-types';
export type {ResourceType} from './resource-types';
export type {SeriesPart} from './series-name';
export {selectorAt} from './selector-at';
export {mapOffset, mapSpan} from './text-place';
export type {
  AlertRule,
  Inventory,
  InventoryFile,
  InventoryFiles,
  InventoryProblem,
  JsonObject,
  JsonValue,
  KubernetesObject,
  Labels,
  MetricFamily,
  MetricType,
  ProblemDetail,
  RecordingRule,
  RunbookLink,
  Span,
  TextPlace,
} from './types';
export {workloadOf, workloadsOf} from './workload';
export type {Container, ContainerPort, EnvSource, Workload} from './workload';
