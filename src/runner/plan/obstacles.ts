import type {Input, Step} from '../../core';
import {usersOf} from './make-plan';
import type {Effect, Plan} from './plan';
import {needsOf} from './select-steps';

/** Something that keeps a plan from being carried out as it is. */
export type Obstacle =
  | {readonly kind: 'consent'; readonly step: Step; readonly effect: Effect}
  | {readonly kind: 'input'; readonly input: Input; readonly users: readonly Step[]}
  | {readonly kind: 'manual'; readonly step: Step; readonly neededBy: string | null}
  | {readonly kind: 'interactive'; readonly step: Step}
  | {readonly kind: 'prometheus'; readonly steps: readonly Step[]};

/** What is there to carry out a plan with. */
export type Surroundings = {
  readonly person: 'present' | 'absent';
  /** Missing too where its output is taken for something else. */
  readonly terminal: 'free' | 'missing';
  readonly prometheus: 'configured' | 'missing';
};

/** All that would stop the run half-way; it is refused before anything starts. */
export function obstaclesOf(
  plan: Plan,
  {person, terminal, prometheus}: Surroundings,
): readonly Obstacle[] {
  const queries = plan.steps.map(({step}) => step).filter(({kind}) => kind === 'query');
  return [
    ...(person === 'absent' ? personObstacles(plan) : []),
    ...(terminal === 'missing' ? terminalObstacles(plan) : []),
    ...(prometheus === 'missing' && queries.length > 0
      ? [{kind: 'prometheus' as const, steps: queries}]
      : []),
  ];
}

function personObstacles({steps, inputs, unattended}: Plan): readonly Obstacle[] {
  return [
    ...inputs.flatMap(({input, given}): readonly Obstacle[] =>
      given === null ? [{kind: 'input', input, users: usersOf(steps, input.name)}] : [],
    ),
    ...steps.flatMap(({step, consent}): readonly Obstacle[] => {
      if (step.kind === 'manual') return manualObstacle(step, {steps, unattended});
      if (consent === 'none' || consent === 'agreed') return [];
      return [{kind: 'consent', step, effect: step.effect}];
    }),
  ];
}

function terminalObstacles({steps}: Plan): readonly Obstacle[] {
  return steps.flatMap(({step}): readonly Obstacle[] =>
    step.kind === 'command' && step.interactive ? [{kind: 'interactive', step}] : [],
  );
}

/** `--yes` passes over what a person would tick off, unless another step depends on it. */
function manualObstacle(
  step: Step,
  {steps, unattended}: Pick<Plan, 'steps' | 'unattended'>,
): readonly Obstacle[] {
  const dependent = steps.find(({step: other}) => needsOf(other).includes(step.name))?.step;
  if (unattended && dependent === undefined) return [];
  return [{kind: 'manual', step, neededBy: dependent?.name ?? null}];
}
