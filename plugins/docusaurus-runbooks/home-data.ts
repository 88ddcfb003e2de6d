import type {Runbook} from '../../src/core';
import {alertSummaries} from './alert-summaries';
import type {HomeData, PageLink} from './client/data';
import type {PublishedDoc, Site} from './published-docs';

type HomeAlert = HomeData['alerts'][number];

const severities = ['critical', 'warning', 'info'];

export function homeData({content, docs}: Site): HomeData {
  const runbooks = content.registry.runbooks.flatMap(runbook => {
    const doc = docs.get(runbook.path);
    return doc ? [{runbook, link: pageLink(doc, runbook)}] : [];
  });
  const alerts: HomeAlert[] = [];
  for (const {runbook, link} of runbooks) {
    for (const alert of alertSummaries(runbook, content.inventory.alerts))
      alerts.push({...alert, ...link});
  }
  const steps = runbooks.flatMap(({runbook}) => runbook.steps);
  return {
    alerts: alerts.sort(
      (a, b) => rank(a.severity) - rank(b.severity) || a.name.localeCompare(b.name, 'en'),
    ),
    procedures: runbooks.filter(({runbook}) => runbook.alerts.length === 0).map(({link}) => link),
    guides: [...docs.values()]
      .filter(({path}) => /(?:^|\/)guides\//.test(path))
      .map(doc => pageLink(doc)),
    counts: {
      runbooks: runbooks.length,
      commands: steps.filter(({kind}) => kind === 'command').length,
      queries: steps.filter(({kind}) => kind === 'query').length,
    },
  };
}

function pageLink({title, description, url}: PublishedDoc, runbook?: Runbook): PageLink {
  return {title, description: runbook?.description ?? description, to: url};
}

function rank(severity: string | null): number {
  const at = severities.indexOf(severity ?? '');
  return at === -1 ? severities.length : at;
}
