import type {Input, Step} from '../../core';
import {usersOf} from './make-plan';
import type {Effect, Plan} from './plan';
import {needsOf} from './select-steps';

/** Something that keeps a plan from being carried out as it is. */
export type Obstacle =
  | {readonly kind: 'consent'; readonly step: Step; readonly effect: Effect}
  | {readonly kind: 'input'; readonly input: Input; readonly users: readonly Step[]}
  | {readonly kind: 'manual'; readonly steps: readonly Step[]}
  /** A manual step that another one waits for. */
  | {readonly kind: 'gate'; readonly step: Step; readonly neededBy: string}
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

function personObstacles(plan: Plan): readonly Obstacle[] {
  const {steps, inputs} = plan;
  return [
    ...inputs.flatMap(({input, given}): readonly Obstacle[] =>
      given === null ? [{kind: 'input', input, users: usersOf(steps, input.name)}] : [],
    ),
    ...manualObstacles(plan),
    ...steps.flatMap(({step, consent}): readonly Obstacle[] =>
      consent === 'none' || consent === 'agreed'
        ? []
        : [{kind: 'consent', step, effect: step.effect}],
    ),
  ];
}

/** `--yes` passes over what a person would tick off, unless another step depends on it. */
function manualObstacles({steps, unattended}: Plan): readonly Obstacle[] {
  const manual = steps.map(({step}) => step).filter(({kind}) => kind === 'manual');
  const gates = manual.flatMap(step => {
    const dependent = steps.find(({step: other}) => needsOf(other).includes(step.name))?.step;
    return dependent === undefined ? [] : [{step, neededBy: dependent.name}];
  });
  const others = manual.filter(step => !gates.some(gate => gate.step === step));
  return [
    ...gates.map(({step, neededBy}) => ({kind: 'gate' as const, step, neededBy})),
    ...(unattended || others.length === 0 ? [] : [{kind: 'manual' as const, steps: others}]),
  ];
}

function terminalObstacles({steps}: Plan): readonly Obstacle[] {
  return steps.flatMap(({step}): readonly Obstacle[] =>
    step.kind === 'command' && step.interactive ? [{kind: 'interactive', step}] : [],
  );
}
