import type {Step} from '../../core';
import type {Ask} from '../ask';
import type {Emit, StepOutcome, StepResult} from '../events';
import type {Memory} from '../inputs';
import type {Interrupts} from '../interrupts';
import type {InputValue, Plan, PlannedInput, PlannedStep} from '../plan';
import type {Environment, Spawn} from '../process';
import type {Query} from '../query';
import {MASK} from '../redact';
import type {Session} from '../session';

/** The world that a run acts on. */
export type RunDeps = {
  readonly spawn: Spawn;
  /** Null where nobody is there to answer. */
  readonly ask: Ask | null;
  readonly query: Query;
  readonly emit: Emit;
  /** Aborted to end the run. */
  readonly signal: AbortSignal;
  /** Milliseconds from any fixed moment; never goes back. */
  readonly now: () => number;
  /** What processes inherit. */
  readonly env: Environment;
  /** Absolute; where choices commands start. */
  readonly cwd: string;
  /**
   * The difference between a step of the plan and what its page says now; null where there is none.
   * Left out where the page cannot change.
   */
  readonly changeOf?: (step: Step) => Promise<string | null>;
  /** What a person has answered in earlier runs; left out where nothing is to be remembered. */
  readonly memory?: Memory;
  /** Only where a person can be asked what now. */
  readonly interrupts?: Interrupts;
};

/** What the steps of one run share. The values grow as the person is asked. */
export type RunContext = RunDeps & {
  readonly plan: Plan;
  readonly values: Map<string, InputValue>;
  readonly session: Session;
};

/** The values that a person gave and that nobody may see. */
export function secretsOf({plan, values}: Pick<RunContext, 'plan' | 'values'>): readonly string[] {
  return plan.inputs.flatMap(({input}) => {
    const given = values.get(input.name);
    return input.type === 'secret' && given !== undefined ? [given.value] : [];
  });
}

/**
 * The environment of a step: what the steps before it have left, and the inputs; a secret goes only
 * where it is used.
 */
export function environmentOf(step: Pick<Step, 'inputs'>, context: RunContext): Environment {
  const given = context.plan.inputs.flatMap(({input}) => {
    const value = context.values.get(input.name);
    const isMeant = input.type !== 'secret' || step.inputs.includes(input.name);
    return value !== undefined && isMeant ? [[input.name, value.value] as const] : [];
  });
  return {...withoutInputs(context), ...Object.fromEntries(given)};
}

/** Were an input left in the session, a secret would reach the steps that do not use it. */
function withoutInputs({env, plan, session, values}: RunContext): Environment {
  const left = {...session.env()};
  for (const {input} of plan.inputs) {
    if (values.has(input.name)) left[input.name] = env[input.name];
  }
  return left;
}

/** Where a command starts: where its tag says, else where the last one has left the session. */
export function cwdOf({step, cwd}: PlannedStep, {session}: Pick<RunContext, 'session'>): string {
  return step.kind === 'command' && step.cwd !== null && cwd !== null ? cwd : session.cwd();
}

/** The inputs that a step uses, as they may be shown. */
export function shownInputs(step: Step, {plan, values}: RunContext): readonly PlannedInput[] {
  return plan.inputs
    .filter(({input}) => step.inputs.includes(input.name))
    .map(({input}) => {
      const given = values.get(input.name) ?? null;
      return {input, given: given && input.type === 'secret' ? {...given, value: MASK} : given};
    });
}

/** The result of a step of which nothing more is to say. */
export function resultOf(
  step: Step,
  outcome: StepOutcome,
  details: Partial<Omit<StepResult, 'step' | 'outcome'>> = {},
): StepResult {
  return {
    step,
    outcome,
    durationMs: 0,
    exitCode: null,
    signal: null,
    bytes: 0,
    answer: null,
    leftovers: false,
    ...details,
  };
}
