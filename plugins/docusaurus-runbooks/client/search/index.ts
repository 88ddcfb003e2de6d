export type {SearchDocument, SearchFacet} from './document';
export {createSearch} from './search';
export type {Search} from './search';
