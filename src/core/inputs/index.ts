export {fillText, outermostUses, replacementOf} from './fill-text';
export type {Filling, Fillings} from './fill-text';
export {quoteShell} from './quote-shell';
export {isInputType, validateInput} from './validate-input';
export type {InputFlaw} from './validate-input';
