export type {
  AlertPageData,
  AlertRow,
  AlertsData,
  AlertSummary,
  Choice,
  HomeData,
  ListData,
  MetricRow,
  PageLink,
  QueryTools,
  RunbookFacts,
  RunbooksData,
  RunbookSummary,
  StepChoices,
  StepRow,
} from './data';
export {createSearch} from './search';
export type {Search, SearchDocument, SearchFacet} from './search';
