export {canPick, pickOnTerminal, terminalAsk} from './ask';
export type {PickItem, PickTerminal} from './ask';
export {parseDuration} from './duration';
export type {Emit, RunEvent} from './events';
export {shellScript} from './export-sh';
export {resolveInputs} from './inputs';
export {DEFAULT_TIMEOUT_MS, makePlan, obstaclesOf, selectSteps} from './plan';
export type {Effect, Plan, Selection, SelectionProblem, Surroundings} from './plan';
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
  selectionWords,
  shellQuote,
  textReporter,
} from './report';
export type {Invocation, Palette} from './report';
export {runPlan} from './run-plan';
export type {RunDeps} from './steps';
