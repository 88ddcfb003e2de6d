export {CodeWithInputs} from './code-with-inputs';
export {InputsBar} from './inputs-bar';
export {InputsProvider, useInputs} from './inputs-provider';
