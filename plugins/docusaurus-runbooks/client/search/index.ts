export type {SearchDocument} from './document';
export {createSearch} from './search';
export type {Search} from './search';
