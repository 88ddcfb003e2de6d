export type {
  AlertPageData,
  AlertSummary,
  HomeData,
  PageLink,
  RunbooksData,
  RunbookSummary,
} from './data';
export {createSearch} from './search';
export type {Search, SearchDocument} from './search';
