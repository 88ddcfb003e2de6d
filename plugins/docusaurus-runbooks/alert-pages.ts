import type {PluginContentLoadedActions} from '@docusaurus/types';
import {findRunbooks} from '../../src/core';
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
  for (const page of alertPages(site)) {
    for (const name of new Set([page.name, page.name.toLowerCase()])) {
      addRoute({path: `${baseUrl}alerts/${name}`, component, exact: true, props: {alert: page}});
    }
  }
}

export function alertPages({content, docs}: Site): readonly AlertPageData[] {
  const {registry, alerts} = content;
  const names = new Set([
    ...registry.runbooks.flatMap(runbook => runbook.alerts),
    ...alerts.map(({alert}) => alert),
  ]);
  return [...names].sort().flatMap(name => {
    const runbooks = findRunbooks(registry, name).filter(runbook => runbook.alerts.includes(name));
    const severity = runbooks[0]?.severity ?? null;
    const [alert] = alertSummaries({alerts: [name], severity}, alerts);
    return alert ? [{...alert, runbooks: runbooks.flatMap(runbook => linkTo(runbook, docs))}] : [];
  });
}

function linkTo({path, title, description}: Runbook, docs: Site['docs']): readonly PageLink[] {
  const doc = docs.get(path);
  if (doc === undefined) return [];
  return [{title, description: description ?? doc.description, to: doc.url}];
}
