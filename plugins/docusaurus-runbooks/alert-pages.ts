import type {PluginContentLoadedActions} from '@docusaurus/types';
import type {Runbook} from '../../src/core';
import {alertSummaries} from './alert-summaries';
import type {AlertPageData, PageLink} from './client/data';
import type {Site} from './published-docs';

const component = '@theme/AlertPage';

/** One page for each alert, as its rule writes the name and in lower case. */
export function addAlertPages(
  site: Site,
  {addRoute}: Pick<PluginContentLoadedActions, 'addRoute'>,
  baseUrl: string,
): void {
  for (const [name, alert] of bySpelling(alertPages(site))) {
    addRoute({path: `${baseUrl}alerts/${name}`, component, exact: true, props: {alert}});
  }
}

export function alertPages(site: Site): readonly AlertPageData[] {
  return alertNames(site)
    .filter(hasAddress)
    .flatMap(name => {
      const runbooks = runbooksOf(name, site);
      const severity = runbooks[0]?.severity ?? null;
      const [alert] = alertSummaries({alerts: [name], severity}, site.content.inventory.alerts);
      if (alert === undefined) return [];
      return [{...alert, runbooks: runbooks.flatMap(runbook => linkTo(runbook, site.docs))}];
    });
}

/** Every alert that a rule or a runbook names, in alphabetical order. */
export function alertNames({content: {registry, inventory}}: Site): readonly string[] {
  const names = [
    ...registry.runbooks.flatMap(runbook => runbook.alerts),
    ...inventory.alerts.map(({alert}) => alert),
  ];
  return [...new Set(names)].sort();
}

/** The published runbooks that name the alert, in any case. */
export function runbooksOf(alert: string, {content: {registry}, docs}: Site): readonly Runbook[] {
  const wanted = alert.toLowerCase();
  return registry.runbooks.filter(
    ({alerts, path}) => docs.has(path) && alerts.some(name => name.toLowerCase() === wanted),
  );
}

/** What front matter takes for the name of an alert; a rule may call its alert anything. */
export function hasAddress(alert: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(alert);
}

/** Two names that differ by case only keep their own pages. */
export function bySpelling<Named extends {readonly name: string}>(
  alerts: readonly Named[],
): ReadonlyMap<string, Named> {
  const small = alerts.map(alert => [alert.name.toLowerCase(), alert] as const);
  return new Map([...small.toReversed(), ...alerts.map(alert => [alert.name, alert] as const)]);
}

function linkTo({path, title, description}: Runbook, docs: Site['docs']): readonly PageLink[] {
  const doc = docs.get(path);
  if (doc === undefined) return [];
  return [{title, description: description ?? doc.description, to: doc.url}];
}
