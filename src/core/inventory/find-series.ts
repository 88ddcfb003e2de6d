import {familyOfSeries} from './series-name';
import type {SeriesPart} from './series-name';
import type {Inventory, MetricFamily, RecordingRule} from './types';

export type Series =
  | {readonly kind: 'metric'; readonly family: MetricFamily; readonly part: SeriesPart}
  | {readonly kind: 'recorded'; readonly rule: RecordingRule};

/**
 * What a metric name in a query refers to: a family of the catalogue and which part of it, or a
 * recording rule. `part` is `base` for a histogram named without `_bucket`, `_sum` or `_count`: such
 * a series exists for native histograms only.
 */
export function findSeries(inventory: Inventory, name: string): Series | undefined {
  const {families, recordings} = indexOf(inventory);
  const found = familyOfSeries(name, candidate => families.get(candidate));
  if (found) return {kind: 'metric', ...found};
  const rule = recordings.get(name);
  return rule && {kind: 'recorded', rule};
}

type Index = {
  readonly families: ReadonlyMap<string, MetricFamily>;
  readonly recordings: ReadonlyMap<string, RecordingRule>;
};

/** An inventory never changes, and a lint asks about thousands of names. */
const indexes = new WeakMap<Inventory, Index>();

function indexOf(inventory: Inventory): Index {
  const known = indexes.get(inventory);
  if (known) return known;
  const {metrics, recordings} = inventory;
  const index: Index = {
    // Of families of one name in several files the first one counts.
    families: new Map(metrics.toReversed().map(family => [family.name, family])),
    recordings: new Map(recordings.map(rule => [rule.record, rule])),
  };
  indexes.set(inventory, index);
  return index;
}
