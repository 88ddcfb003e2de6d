import type {MetricType} from './types';

/** `base` is the family's own name; the others are the suffixes that a type adds to it. */
export type SeriesPart =
  | 'base'
  | 'bucket'
  | 'sum'
  | 'count'
  | 'gsum'
  | 'gcount'
  | 'total'
  | 'created'
  | 'info';

const parts: {readonly [Type in MetricType]: readonly SeriesPart[]} = {
  histogram: ['bucket', 'sum', 'count', 'created'],
  gaugehistogram: ['bucket', 'gsum', 'gcount'],
  summary: ['sum', 'count', 'created'],
  counter: ['total', 'created'],
  info: ['info'],
  gauge: [],
  stateset: [],
  unknown: [],
};

/** The family that a series belongs to: of its own name first, else by the suffixes of its type. */
export function familyOfSeries<Family extends {readonly type: MetricType}>(
  series: string,
  familyNamed: (name: string) => Family | undefined,
): {readonly family: Family; readonly part: SeriesPart} | undefined {
  const exact = familyNamed(series);
  if (exact) return {family: exact, part: 'base'};

  const underscore = series.lastIndexOf('_');
  const family = familyNamed(series.slice(0, Math.max(0, underscore)));
  const part = family && parts[family.type].find(name => name === series.slice(underscore + 1));
  return part && {family, part};
}
