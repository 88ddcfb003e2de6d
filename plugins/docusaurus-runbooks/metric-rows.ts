import {findSeries} from '../../src/core';
import type {Inventory} from '../../src/core';
import {hasAddress} from './alert-pages';
import type {MetricRow, StepRow} from './client/data';
import {pageOfRow} from './list-of-pages';
import {metricsUsed} from './metrics-used';
import type {Site} from './published-docs';

/** Beyond these a row says how many more there are: `up` stands in every second runbook. */
const MOST_SHOWN = 12;

type Uses = {
  readonly steps: Map<string, StepRow[]>;
  readonly alerts: Map<string, string[]>;
  readonly recordings: Map<string, string[]>;
};

/** Each metric of the catalogue, of the rules and of the queries, with what uses it. */
export function metricRows(
  {content: {inventory}}: Site,
  steps: readonly StepRow[],
  baseUrl: string,
): readonly MetricRow[] {
  const uses = usesOf(inventory, steps);
  const names = new Set([
    ...inventory.metrics.map(({name}) => name),
    ...inventory.recordings.map(({record}) => record),
    ...Object.values(uses).flatMap(found => [...found.keys()]),
  ]);
  return [...names].sort().map((name, index) => {
    const used = uses.steps.get(name) ?? [];
    return {
      name,
      to: `${pageOfRow(`${baseUrl}metrics/`, index)}#${name}`,
      ...factsOf(name, inventory),
      steps: used.slice(0, MOST_SHOWN).map(({title, page, to}) => ({title, page, to})),
      more: Math.max(0, used.length - MOST_SHOWN),
      alerts: (uses.alerts.get(name) ?? []).map(alert => ({
        name: alert,
        to: hasAddress(alert) ? `${baseUrl}alerts/${alert}/` : null,
      })),
      recordings: uses.recordings.get(name) ?? [],
    };
  });
}

function usesOf(inventory: Inventory, steps: readonly StepRow[]): Uses {
  const uses: Uses = {steps: new Map(), alerts: new Map(), recordings: new Map()};
  for (const step of steps) for (const name of step.metrics) add(uses.steps, name, step);
  for (const {alert, expr} of inventory.alerts) {
    for (const name of metricsUsed(expr, inventory)) add(uses.alerts, name, alert);
  }
  for (const {record, expr} of inventory.recordings) {
    for (const name of metricsUsed(expr, inventory)) add(uses.recordings, name, record);
  }
  return uses;
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key) ?? [];
  if (!values.includes(value)) values.push(value);
  map.set(key, values);
}

function factsOf(name: string, inventory: Inventory): Pick<MetricRow, 'source' | 'type' | 'help'> {
  const series = findSeries(inventory, name);
  if (series?.kind === 'recorded') return {source: 'rule', type: null, help: series.rule.expr};
  if (series === undefined) return {source: 'unlisted', type: null, help: ''};
  const {type, help} = series.family;
  return {source: 'catalogue', type, help};
}
