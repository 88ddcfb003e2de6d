import type {PluginContentLoadedActions} from '@docusaurus/types';
import {alertRows, alertsData} from './alert-rows';
import type {AlertRow, AlertsData, MetricRow, StepChoices, StepRow} from './client/data';
import {listPages} from './list-of-pages';
import {metricRows} from './metric-rows';
import type {Site} from './published-docs';
import {stepRows} from './step-rows';

export type SiteLists = {
  readonly steps: readonly StepRow[];
  readonly metrics: readonly MetricRow[];
  readonly alerts: readonly AlertRow[];
  readonly coverage: AlertsData;
};

export function siteLists(site: Site, baseUrl: string): SiteLists {
  const steps = stepRows(site);
  const alerts = alertRows(site, baseUrl);
  return {
    steps,
    metrics: metricRows(site, steps, baseUrl),
    alerts,
    coverage: alertsData(alerts, site),
  };
}

/** `/commands`, `/metrics` and `/alerts`, each with as many pages as its rows need. */
export async function addListPages(
  {steps, metrics, alerts, coverage}: SiteLists,
  {addRoute, createData}: Pick<PluginContentLoadedActions, 'addRoute' | 'createData'>,
  baseUrl: string,
): Promise<void> {
  // All of them, for the filters; loaded when one is set.
  await createData('commands.json', steps);
  const choices = stepChoices(steps);
  for (const {path, data} of listPages(`${baseUrl}commands/`, steps)) {
    addRoute({path, component: '@theme/CommandsPage', exact: true, props: {data, choices}});
  }
  for (const {path, data} of listPages(`${baseUrl}metrics/`, metrics)) {
    addRoute({path, component: '@theme/MetricsPage', exact: true, props: {data}});
  }
  for (const {path, data} of listPages(`${baseUrl}alerts/`, alerts)) {
    addRoute({path, component: '@theme/AlertsPage', exact: true, props: {data, coverage}});
  }
}

function stepChoices(steps: readonly StepRow[]): StepChoices {
  const titles = new Map(steps.map(({runbook, page}) => [runbook, page]));
  return {
    tool: mostUsed(steps.flatMap(({tools}) => tools)).map(same),
    effect: ['read', 'change', 'destroy'].map(same),
    runbook: [...titles].map(([value, word]) => ({value, word})),
    alert: [...new Set(steps.flatMap(({alerts}) => alerts))].sort().map(same),
  };
}

function same(value: string) {
  return {value, word: value};
}

function mostUsed(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
    .map(([name]) => name);
}
