import {findSeries} from '../../inventory';
import type {Inventory, MetricFamily, Series} from '../../inventory';
import {inferLabels, metricOf} from '../../promql';
import type {Expr, LabelSet, VectorSelector} from '../../promql';

/** What Prometheus itself adds, catalogue or not. */
const OWN = /^(?:up|ALERTS|ALERTS_FOR_STATE|scrape_\w+)$/;

/** Every target has them, each with labels of its own. */
const OF_EVERY_TARGET = /^(?:up$|ALERTS|(?:scrape|go|process|promhttp|python|jvm)_)/;

/** Whether the project has a catalogue, without which no metric is unknown. */
export function hasCatalogue(inventory: Inventory | undefined): inventory is Inventory {
  return inventory !== undefined && inventory.metrics.length > 0;
}

export function seriesOf(inventory: Inventory, selector: VectorSelector): Series | undefined {
  const metric = metricOf(selector);
  return metric === undefined ? undefined : findSeries(inventory, metric);
}

export function familyOf(inventory: Inventory, selector: VectorSelector): MetricFamily | undefined {
  const series = seriesOf(inventory, selector);
  return series?.kind === 'metric' ? series.family : undefined;
}

export function isCounter(series: Series | undefined): boolean {
  if (series?.kind !== 'metric') return false;
  const {family, part} = series;
  if (family.type === 'counter') return part !== 'created';
  const isDistribution = family.type === 'histogram' || family.type === 'summary';
  return isDistribution && (part === 'bucket' || part === 'count');
}

/** A name that stands for a metric which the catalogue cannot know: a placeholder, one of Prometheus. */
export function isUnlisted(metric: string): boolean {
  return OWN.test(metric) || /^_+$/.test(metric);
}

/** Every label that the series of a selector have; undefined where the catalogue cannot say. */
export function labelsInCatalogue(
  inventory: Inventory,
  selector: VectorSelector,
): readonly string[] | undefined {
  const series = seriesOf(inventory, selector);
  if (series?.kind !== 'metric' || series.family.labels === undefined) return undefined;
  if (OF_EVERY_TARGET.test(series.family.name)) return undefined;
  const {labels, type} = series.family;
  // What a program exposes itself still lacks the labels that a scrape adds.
  if (!labels.includes('job') || !labels.includes('instance')) return undefined;
  const bound = type === 'summary' ? ['quantile'] : series.part === 'bucket' ? ['le'] : [];
  return [...labels, ...bound];
}

/** Several rules ask about one query, always with the inventory of the run. */
const inferred = new WeakMap<
  Expr,
  {readonly inventory: Inventory; readonly labels: (expr: Expr) => LabelSet}
>();

/** The labels of a query's expressions, with what the catalogue knows of its metrics. */
export function cataloguedLabels(root: Expr, inventory: Inventory): (expr: Expr) => LabelSet {
  const known = inferred.get(root);
  if (known?.inventory === inventory) return known.labels;
  const labels = inferLabels(root, {labelsOf: selector => labelsInCatalogue(inventory, selector)});
  inferred.set(root, {inventory, labels});
  return labels;
}
