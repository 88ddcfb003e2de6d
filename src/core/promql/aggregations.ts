import type {ValueType} from './ast';

export type Aggregation = {
  /** The type of the first argument where there are two. */
  readonly param: ValueType | undefined;
  readonly experimental: boolean;
  /** First version of Prometheus that has it, where that is later than 2.0. */
  readonly since?: string;
};

const PLAIN: Aggregation = {param: undefined, experimental: false};
const BY_NUMBER: Aggregation = {param: 'scalar', experimental: false};

const TABLE = {
  sum: PLAIN,
  avg: PLAIN,
  count: PLAIN,
  min: PLAIN,
  max: PLAIN,
  group: {...PLAIN, since: '2.20'},
  stddev: PLAIN,
  stdvar: PLAIN,
  topk: BY_NUMBER,
  bottomk: BY_NUMBER,
  quantile: BY_NUMBER,
  count_values: {param: 'string', experimental: false},
  limitk: {param: 'scalar', experimental: true, since: '2.54'},
  limit_ratio: {param: 'scalar', experimental: true, since: '2.54'},
} satisfies Record<string, Aggregation>;

export type AggregationName = keyof typeof TABLE;

export const AGGREGATIONS: ReadonlyMap<string, Aggregation> = new Map(Object.entries(TABLE));

export function aggregationOf(name: AggregationName): Aggregation {
  return TABLE[name];
}

export function isAggregationName(name: string): name is AggregationName {
  return Object.hasOwn(TABLE, name);
}
