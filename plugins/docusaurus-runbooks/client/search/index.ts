export type {SearchDocument, SearchFacet} from './document';
export {createSearch, prepareSearch} from './search';
export type {Search} from './search';
