export {rememberChoices} from './choice-cache';
export {choiceCycle, inChoiceOrder} from './choice-needs';
export {offerChoices} from './choices';
export type {Choices, ChoicesFailure} from './choices';
export {parseEnvFile} from './env-file';
export {resolveInputs} from './resolve-inputs';
export type {InputProblem, ResolvedInputs} from './resolve-inputs';
export {validateInput} from './validate-input';
export type {InputFlaw} from './validate-input';
