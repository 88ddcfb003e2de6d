import {SearchButton} from '../../components/search';

export default function SearchBar() {
  return <SearchButton />;
}
