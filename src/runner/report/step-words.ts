import {printable} from '../../core';
import type {Runbook, Step} from '../../core';
import type {InputFlaw} from '../inputs';
import type {KubeTarget, PlannedStep} from '../plan';

/** Where a step stands, as editors and terminals open it. */
export function placeOf({path}: Pick<Runbook, 'path'>, {line}: Step): string {
  return `${path}:${line}`;
}

/** What a step will do: the script, the expression, or the words of the task. */
export function scriptLines(step: Step): readonly string[] {
  return textOf(step)
    .replace(/\n+$/, '')
    .split('\n')
    .map(line => printable(line.replaceAll('\t', '    ')));
}

function textOf(step: Step): string {
  switch (step.kind) {
    case 'command':
      return step.script;
    case 'query':
      return step.expr;
    case 'manual':
      return `[ ] ${step.text}`;
  }
}

/** What is special about a step, in the words of its tag. */
export function traitWords({step, reason}: PlannedStep): readonly string[] {
  const needed = reason.kind === 'needed' ? [`needed by ${reason.by}`] : [];
  if (step.kind !== 'command') return [step.kind, ...needed];
  return [
    step.effect,
    ...(step.background ? ['background'] : []),
    ...(step.interactive ? ['interactive'] : []),
    ...(step.traits.includes('secrets') ? ['prints secrets'] : []),
    ...needed,
  ];
}

/** Where the kube commands of a run act. */
export function kubeWords({context, namespace}: KubeTarget): string {
  return `context ${printable(context)}, namespace ${printable(namespace)}`;
}

export function flawWords({expected, example}: InputFlaw): string {
  return `Expected ${expected}${example === '' ? '' : `, such as \`${example}\``}.`;
}

/** A word that a shell reads back as it is. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./#-]+$/.test(text) && !text.startsWith('#')
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}
