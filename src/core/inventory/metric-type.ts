import type {MetricType} from './types';

const types = new Map<string, MetricType>([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  ['gaugehistogram', 'gaugehistogram'],
  ['summary', 'summary'],
  ['info', 'info'],
  ['stateset', 'stateset'],
  ['unknown', 'unknown'],
  ['untyped', 'unknown'],
]);

/** The type that a word of a `# TYPE` line or of the metadata API means. */
export function metricTypeOf(word: string): MetricType | undefined {
  return types.get(word);
}
