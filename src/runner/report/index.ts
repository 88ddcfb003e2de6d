export {ndjsonReporter} from './ndjson-reporter';
export type {Invocation} from './next-command';
export {palette} from './palette';
export type {Palette} from './palette';
export {planText} from './plan-text';
export {inputProblemWords, obstacleWords, selectionWords} from './refusal-words';
export {flawWords, kubeWords, scriptLines, shellQuote} from './step-words';
export {textReporter} from './text-reporter';
export type {TextReporterOptions} from './text-reporter';
