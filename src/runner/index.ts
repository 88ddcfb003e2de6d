export {askAfterInterrupt, canPick, pickOnTerminal, terminalAsk} from './ask';
export type {PickItem, PickTerminal} from './ask';
export {parseDuration} from './duration';
export type {Emit, RunEvent} from './events';
export {shellScript} from './export-sh';
export {choiceCycle, parseEnvFile, resolveInputs} from './inputs';
export type {Memory} from './inputs';
export type {Interrupts} from './interrupts';
export {KubeconfigError, kubeUseOf, mergeKubeconfig, pinnedKubeconfig, targetOf} from './kube';
export type {Kubeconfig, KubeconfigFile} from './kube';
export {DEFAULT_TIMEOUT_MS, makePlan, obstaclesOf, policyBreaches, selectSteps} from './plan';
export type {
  Effect,
  KubeTarget,
  Plan,
  PolicyRule,
  Selection,
  SelectionProblem,
  Surroundings,
} from './plan';
export {killTrackedGroups, spawn} from './process';
export type {Spawn} from './process';
export {parsePrometheusUrl, prometheusQuery} from './query';
export type {PrometheusAddress, Query} from './query';
export {
  inputProblemWords,
  ndjsonReporter,
  obstacleWords,
  palette,
  planText,
  progressReporter,
  runEventsJsonSchema,
  policyWords,
  selectionWords,
  shellQuote,
  textReporter,
} from './report';
export type {Invocation, Palette} from './report';
export {runPlan} from './run-plan';
export type {Ask} from './ask';
export {
  RECORD_VERSION,
  RUNS_FOLDER,
  createRecordFolder,
  readRecord,
  recordEntry,
  recordWriter,
  stepText,
  verifyOutputs,
} from './record';
export {MASK} from './redact';
export type {
  EntryOf,
  OutputFlaw,
  ReadRecord,
  RecordEntry,
  RecordFlaw,
  RecordWriter,
  RunBegun,
  RunFacts,
  RunRecord,
} from './record';
export {formatDuration} from './duration';
export type {RunDeps} from './steps';
