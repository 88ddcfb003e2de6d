import type {RunEvent} from '../events';
import type {Invocation} from './next-command';
import {shellQuote} from './step-words';

/** Says what reverts a step; without a person, the command that does it. */
export function undoLines(
  {step, undo, person}: Extract<RunEvent, {readonly kind: 'undo-offered'}>,
  {invocation: {target, options}}: {readonly invocation: Invocation},
): readonly string[] {
  if (person === 'present') return ['', `↶ ${undo.name} reverts ${step.name}.`];
  const command = ['runbook run', shellQuote(`${target}#${undo.name}`), ...options].join(' ');
  return ['', `↶ ${undo.name} reverts ${step.name}: ${command}`];
}
