import type {Step} from '../../core';
import type {Plan} from '../../runner';

/** A plan with nothing in it that changes something or needs a person, and what that leaves out. */
export function readOnlyPlan(plan: Plan): {readonly plan: Plan; readonly leftOut: readonly Step[]} {
  const kept = new Set<string>();
  const steps = plan.steps.filter(({step}) => {
    const needs = step.kind === 'command' ? step.needs : [];
    const fits = isReading(step) && needs.every(name => kept.has(name));
    if (fits) kept.add(step.name);
    return fits;
  });
  const leftOut = plan.steps.map(({step}) => step).filter(({name}) => !kept.has(name));
  const used = new Set(steps.flatMap(({step}) => step.inputs));
  const inputs = plan.inputs.filter(({input}) => used.has(input.name));
  return {plan: {...plan, steps, inputs}, leftOut};
}

function isReading(step: Step): boolean {
  if (step.kind === 'query') return true;
  return step.kind === 'command' && step.effect === 'read' && !step.interactive;
}
