import type {Step} from '../../core';
import type {Plan} from '../plan';
import {shellQuote} from './step-words';

/** How the run was called: as far as the next command repeats it. */
export type Invocation = {
  /** The runbook as the person named it, without a step. */
  readonly target: string;
  readonly selection: 'step' | 'only' | 'rest';
  /** Options that hold for the next run too, ready to be printed. */
  readonly options: readonly string[];
};

/** The command that goes on at a step, with the values that the person has typed so far. */
export function nextCommand(
  step: Step,
  {
    plan,
    notBegun,
    answers,
    invocation: {target, selection, options},
  }: {
    readonly plan: Plan;
    readonly notBegun: readonly Step[];
    readonly answers: ReadonlyMap<string, string>;
    readonly invocation: Invocation;
  },
): string {
  const remaining = [step, ...notBegun.filter(other => other !== step)].map(({name}) => name);
  const choice = {
    step: [shellQuote(`${target}#${step.name}`)],
    only: [shellQuote(target), '--only', remaining.join(',')],
    rest: [shellQuote(target), '--from', step.name],
  }[selection];
  const given = plan.inputs.flatMap(({input, given}) => {
    const answer = answers.get(input.name);
    const isShown = given === null && input.type !== 'secret' && answer !== undefined;
    return isShown && answer !== 'skip' && answer !== 'stop'
      ? ['--set', shellQuote(`${input.name}=${answer}`)]
      : [];
  });
  return ['runbook run', ...choice, ...given, ...options].join(' ');
}
