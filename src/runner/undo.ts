import type {StepResult} from './events';
import type {PlannedInput, PlannedStep} from './plan';
import {runInterruptible} from './steps';
import type {Backgrounds, RunContext} from './steps';

type Scene = {readonly backgrounds: Backgrounds; readonly results: readonly StepResult[]};

/**
 * After a failure or a stop: offers to revert the last step that did something and that has an undo
 * step. Where nobody can be asked, it is only told. Gives the result of the undo step, if it ran.
 */
export async function offerUndo(
  context: RunContext,
  {backgrounds, results}: Scene,
): Promise<readonly StepResult[]> {
  const found = lastUndo(context, results);
  if (found === undefined) return [];
  const {reverted, planned} = found;
  const {ask, emit, signal} = context;
  const person = ask === null || signal.aborted ? 'absent' : 'present';
  const {step} = planned;
  await emit({kind: 'undo-offered', step: reverted, undo: step, person});
  if (person === 'absent') return [];
  const total = context.plan.steps.length + 1;
  await emit({kind: 'step-started', step, position: total, total});
  const result = await runInterruptible(planned, {
    context: withInputsOf(planned, context),
    backgrounds,
    signal,
    skipped: new Set(),
  });
  if (result === 'ready') {
    await emit({kind: 'step-ready', step});
    return [];
  }
  await emit({kind: 'step-ended', result});
  return [result];
}

/** What was skipped, or stopped before it ran, has done nothing. */
function lastUndo({plan}: RunContext, results: readonly StepResult[]) {
  const ran = new Set(results.map(({step}) => step.name));
  for (const {step, outcome} of results.toReversed()) {
    if (outcome.kind === 'skipped' || outcome.kind === 'stopped') continue;
    if (step.kind !== 'command' || step.undo === null || ran.has(step.undo)) continue;
    const planned = plan.undos?.find(undo => undo.step.name === step.undo);
    if (planned !== undefined) return {reverted: step, planned};
  }
  return undefined;
}

/** Inputs that only the undo step uses are not in the plan; they are asked for, or have defaults. */
function withInputsOf({step}: PlannedStep, context: RunContext): RunContext {
  const {plan, values} = context;
  const known = new Set(plan.inputs.map(({input}) => input.name));
  const more = plan.runbook.inputs
    .filter(({name}) => step.inputs.includes(name) && !known.has(name))
    .map((input): PlannedInput => {
      const given =
        input.default === null ? null : ({value: input.default, origin: 'default'} as const);
      if (given !== null) values.set(input.name, given);
      return {input, given};
    });
  return {...context, plan: {...plan, inputs: [...plan.inputs, ...more]}};
}
