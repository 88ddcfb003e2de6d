export {formatJson} from './json';
export {printable} from './printable';
export {summarize} from './report';
export type {Report, ReportOptions, Summary} from './report';
export {formatText} from './text';
