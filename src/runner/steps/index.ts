export {createBackgrounds} from './background';
export type {Backgrounds} from './background';
export type {RunContext, RunDeps} from './run-context';
export {runInterruptible} from './run-interruptible';
