export {inventCorpus, ruleFile} from './corpus';
export type {Corpus} from './corpus';
