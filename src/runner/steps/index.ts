export {createBackgrounds} from './background';
export {resultOf} from './run-context';
export type {RunContext, RunDeps} from './run-context';
export {runStep} from './run-step';
