import {expect, it} from 'vitest';
import {findSeries} from './find-series';
import {loadInventory} from './load-inventory';

const metrics = `
# TYPE http_seconds histogram
# TYPE jobs counter
# TYPE rows_count gauge
# TYPE rows summary
`;
const rules = 'groups: [{name: g, rules: [{record: "job:up:sum", expr: sum(up)}]}]';
const inventory = loadInventory({
  metrics: [{path: 'metrics.prom', source: metrics}],
  rules: [{path: 'rules.yml', source: rules}],
});

it.each([
  ['http_seconds_bucket', 'http_seconds bucket'],
  ['http_seconds_sum', 'http_seconds sum'],
  ['http_seconds', 'http_seconds base'],
  ['http_seconds_total', undefined],
  ['jobs_total', 'jobs total'],
  ['rows_count', 'rows_count base'],
  ['rows_sum', 'rows sum'],
  ['job:up:sum', 'job:up:sum'],
  ['up', undefined],
  ['', undefined],
])('takes %s for %s', (name, expected) => {
  const series = findSeries(inventory, name);
  if (series?.kind === 'recorded') expect(series.rule.record).toBe(expected);
  else expect(series && `${series.family.name} ${series.part}`).toBe(expected);
});
