export {SearchBox} from './search-box';
export {SearchButton} from './search-button';
