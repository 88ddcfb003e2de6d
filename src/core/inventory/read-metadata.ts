import * as z from 'zod';
import {metricTypeOf} from './metric-type';
import type {MetricFamily, Metrics} from './types';

const metadata = z.object({type: z.string(), help: z.string().default('')});
const byName = z
  .record(z.string(), z.array(metadata))
  .transform(names => Object.entries(names).flatMap(([name, [first]]) => named(name, first)));
const byTarget = z
  .array(metadata.extend({metric: z.string()}))
  .transform(entries => entries.map(({metric, ...entry}) => ({name: metric, ...entry})));
const entries = z.union([byTarget, byName]);
const answer = z.union([
  z.object({status: z.literal('success'), data: entries}).transform(({data}) => data),
  entries,
]);

function named(name: string, entry: z.output<typeof metadata> | undefined) {
  return entry ? [{name, ...entry}] : [];
}

/**
 * The answer of `/api/v1/metadata` (metric → entries) or `/api/v1/targets/metadata` (a list with
 * `metric`), with or without the `{"status", "data"}` around it. It knows no labels.
 */
export function readMetadata(source: string, path: string): Metrics {
  const json = parseJson(source);
  if (json.kind === 'error') {
    const {detail} = json;
    return {metrics: [], problems: [{code: 'json-syntax', data: {detail}, path, start: 0, end: 0}]};
  }
  const {data} = answer.safeParse(json.value);
  if (data) return {metrics: families(data, source, path), problems: []};
  const shape = {where: 'the document', found: 'other JSON', expected: 'metric metadata'};
  return {metrics: [], problems: [{code: 'wrong-shape', data: shape, path, start: 0, end: 0}]};
}

function parseJson(source: string) {
  try {
    const value: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
    return {kind: 'value', value} as const;
  } catch (error) {
    return {kind: 'error', detail: error instanceof Error ? error.message : String(error)} as const;
  }
}

function families(
  data: z.output<typeof answer>,
  source: string,
  path: string,
): readonly MetricFamily[] {
  const first = new Map(data.toReversed().map(entry => [entry.name, entry]));
  let from = 0;
  return [...first.values()].toReversed().map(({name, type, help}) => {
    const quoted = JSON.stringify(name);
    const found = source.indexOf(quoted, from);
    const start = (found < 0 ? source.indexOf(quoted) : found) + 1;
    if (found >= 0) from = found;
    return {
      kind: 'metric',
      name,
      type: metricTypeOf(type) ?? 'unknown',
      help,
      labels: undefined,
      labelValues: {},
      buckets: [],
      path,
      start,
      end: start + name.length,
    };
  });
}
