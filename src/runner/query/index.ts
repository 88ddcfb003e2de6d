export type {Query, QueryAnswer, QueryError, QueryResponse, Sample} from './answer';
export {sparkline} from './bar';
export type {Drawing} from './bar';
export {judge, parseExpectation} from './expectation';
export type {Expectation, Verdict} from './expectation';
export {parsePrometheusUrl, prometheusQuery} from './prometheus';
export type {PrometheusAddress} from './prometheus';
export {sampleTable} from './table';
