export {fillText, replacementOf} from './fill-text';
export type {Filling, Fillings} from './fill-text';
export {quoteInDouble, quoteShell} from './quote-shell';
export {validateInput} from './validate-input';
export type {InputFlaw} from './validate-input';
