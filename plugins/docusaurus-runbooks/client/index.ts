export type {
  AlertPageData,
  AlertSummary,
  HomeData,
  PageLink,
  QueryTools,
  RunbooksData,
  RunbookSummary,
} from './data';
export {createSearch} from './search';
export type {Search, SearchDocument} from './search';
