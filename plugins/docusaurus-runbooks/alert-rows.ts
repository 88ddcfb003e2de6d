import {alertNames, hasAddress, runbooksOf} from './alert-pages';
import {alertSummaries} from './alert-summaries';
import type {AlertRow, AlertsData, PageLink} from './client/data';
import type {Site} from './published-docs';

const states: readonly AlertRow['state'][] = ['no-runbook', 'no-rule', 'covered'];

/** Every alert, those first with which something is wrong. */
export function alertRows(site: Site, baseUrl: string): readonly AlertRow[] {
  const {inventory} = site.content;
  const rows = alertNames(site).flatMap((name): readonly AlertRow[] => {
    const runbooks = runbooksOf(name, site);
    const rule = inventory.alerts.find(({alert}) => alert === name);
    const severity = runbooks[0]?.severity ?? null;
    const [alert] = alertSummaries({alerts: [name], severity}, inventory.alerts);
    if (alert === undefined) return [];
    return [
      {
        ...alert,
        state: stateOf({hasRunbook: runbooks.length > 0, hasRule: rule !== undefined}),
        expr: rule?.expr.trim() ?? null,
        to: hasAddress(name) ? `${baseUrl}alerts/${name}/` : null,
        runbooks: runbooks.flatMap(({path}) => {
          const doc = site.docs.get(path);
          return doc ? [{title: doc.title, to: doc.url}] : [];
        }),
      },
    ];
  });
  return rows.sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
}

export function alertsData(rows: readonly AlertRow[], site: Site): AlertsData {
  const count = (state: AlertRow['state']) => rows.filter(row => row.state === state).length;
  return {
    counts: {
      covered: count('covered'),
      noRunbook: count('no-runbook'),
      noRule: count('no-rule'),
    },
    procedures: procedures(site),
  };
}

/** Runbooks that name no alert. */
function procedures({content: {registry}, docs}: Site): readonly PageLink[] {
  return registry.runbooks.flatMap(({alerts, path, description}) => {
    const doc = docs.get(path);
    if (doc === undefined || alerts.length > 0) return [];
    return [{title: doc.title, description: description ?? doc.description, to: doc.url}];
  });
}

function stateOf(known: {
  readonly hasRunbook: boolean;
  readonly hasRule: boolean;
}): AlertRow['state'] {
  if (!known.hasRunbook) return 'no-runbook';
  return known.hasRule ? 'covered' : 'no-rule';
}
