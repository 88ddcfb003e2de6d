import type {Registry, Runbook, Step} from '../../core';
import {pickOnTerminal} from '../../runner';
import type {PickItem, PickTerminal} from '../../runner';

/**
 * Lets a person find a runbook or a step by an alert, a command, a metric or words of a title.
 * Undefined where they would rather not.
 */
export async function pickTarget(
  registry: Registry,
  terminal: PickTerminal,
): Promise<string | undefined> {
  const reply = await pickOnTerminal(
    terminal,
    {prompt: 'Run: ', items: targetsOf(registry), takesTyped: false},
    new AbortController().signal,
  );
  return reply.kind === 'picked' ? reply.item.label : undefined;
}

/** The runbooks first: whoever types an alert wants its page, and then perhaps one step of it. */
export function targetsOf({runbooks}: Registry): readonly PickItem[] {
  return [
    ...runbooks.map(runbookItem),
    ...runbooks.flatMap(runbook => runbook.steps.map(step => stepItem(step, runbook))),
  ];
}

function runbookItem({slug, title, description, alerts, steps}: Runbook): PickItem {
  const effects = (['read', 'change', 'destroy'] as const).filter(effect =>
    steps.some(step => step.effect === effect),
  );
  return {
    label: slug,
    detail: [title, ...alerts, effects.join(', ')].filter(Boolean).join(' · '),
    keywords: description === null ? [] : [description],
  };
}

function stepItem(step: Step, {alerts}: Runbook): PickItem {
  const text = textOf(step);
  const word = step.kind === 'command' ? step.effect : step.kind;
  return {
    label: step.id,
    detail: [word, step.title ?? text.split('\n')[0] ?? ''].filter(Boolean).join(' · '),
    keywords: [text, ...alerts],
  };
}

function textOf(step: Step): string {
  if (step.kind === 'command') return step.script;
  return step.kind === 'query' ? step.expr : step.text;
}
