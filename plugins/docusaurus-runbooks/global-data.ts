import type {Runbook} from '../../src/core';
import {alertSummaries} from './alert-summaries';
import type {QueryTools, RunbooksData, RunbookSummary} from './client/data';
import type {Site} from './published-docs';

export function globalData({content, docs}: Site, tools: QueryTools = {}): RunbooksData {
  const entries = content.registry.runbooks.flatMap(runbook => {
    const doc = docs.get(runbook.path);
    if (doc === undefined) return [];
    const {slug} = runbook;
    const alerts = alertSummaries(runbook, content.inventory.alerts);
    return [[doc.permalink, {slug, alerts, steps: countSteps(runbook)}] as const];
  });
  return {runbooks: Object.fromEntries(entries), tools};
}

function countSteps({steps}: Runbook): RunbookSummary['steps'] {
  const manual = steps.filter(({kind}) => kind === 'manual').length;
  const count = (effect: string) =>
    steps.filter(step => step.kind !== 'manual' && step.effect === effect).length;
  return {read: count('read'), change: count('change'), destroy: count('destroy'), manual};
}
