import type {Inventory, Runbook, Step} from '../../src/core';
import type {PublishedDoc, Site} from './published-docs';
import type {StepRow} from './client/data';
import {metricsUsed} from './metrics-used';
import {toolsOf} from './tools';

/** Every command and query of the registry, in the order of their runbooks. */
export function stepRows({content: {registry, inventory}, docs}: Site): readonly StepRow[] {
  return registry.runbooks.flatMap(runbook => {
    const doc = docs.get(runbook.path);
    if (doc === undefined) return [];
    return runbook.steps.flatMap(step => rowOf(step, {runbook, doc, inventory}));
  });
}

type Surroundings = {
  readonly runbook: Runbook;
  readonly doc: PublishedDoc;
  readonly inventory: Inventory;
};

function rowOf(step: Step, {runbook, doc, inventory}: Surroundings): readonly StepRow[] {
  if (step.kind === 'manual') return [];
  const {kind, name, title, effect} = step;
  const isCommand = step.kind === 'command';
  return [
    {
      kind,
      title: title ?? name,
      effect,
      text: isCommand ? step.script : step.expr,
      tools: isCommand ? toolsOf(step.script) : ['promql'],
      metrics: isCommand ? [] : metricsUsed(step.expr, inventory),
      runbook: runbook.slug,
      page: doc.title,
      alerts: runbook.alerts,
      to: `${doc.url}#${name}`,
    },
  ];
}
