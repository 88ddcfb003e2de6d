import type {Invocation, Plan} from '../../runner';
import {repeatedOptions} from './settings';
import type {RunSettings, RunValues} from './settings';

/** How a run was asked for, as it is told how to go on; secrets are not in it. */
export function invocationOf(
  name: string,
  {
    values,
    settings,
    plan,
  }: {readonly values: RunValues; readonly settings: RunSettings; readonly plan: Plan},
): Invocation {
  const isSecret = (input: string) =>
    plan.runbook.inputs.some(({name: own, type}) => own === input && type === 'secret');
  return {
    target: name.replace(/#[^#]*$/, ''),
    selection: selectionKind(settings),
    options: repeatedOptions(values, {settings, isSecret}),
  };
}

function selectionKind({selection: {step, only}}: RunSettings): Invocation['selection'] {
  if (step !== null) return 'step';
  return only.length > 0 ? 'only' : 'rest';
}
