import {findSeries, metricOf, parsePromql, selectorsIn} from '../../src/core';
import type {Inventory} from '../../src/core';

/** The metrics that an expression names, as the catalogue calls them: `x` for `x_bucket`. */
export function metricsUsed(expr: string, inventory: Inventory): readonly string[] {
  const parsed = parsePromql(expr).expr;
  if (parsed === undefined) return [];
  const names = selectorsIn(parsed).flatMap(selector => metricOf(selector) ?? []);
  return [...new Set(names.map(name => familyName(name, inventory)))];
}

function familyName(name: string, inventory: Inventory): string {
  const series = findSeries(inventory, name);
  return series?.kind === 'metric' ? series.family.name : name;
}
