export {DEFAULT_TIMEOUT_MS, makePlan} from './make-plan';
export type {PlanSettings} from './make-plan';
export {obstaclesOf} from './obstacles';
export type {Obstacle, Surroundings} from './obstacles';
export type * from './plan';
export {policyBreaches} from './policy';
export type {PolicyBreach, PolicyRule} from './policy';
export {needsOf, selectSteps} from './select-steps';
export type {Selected, Selection, SelectionProblem} from './select-steps';
