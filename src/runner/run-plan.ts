import type {RunResult, StepResult} from './events';
import type {Plan, PlannedStep} from './plan';
import {MASK} from './redact';
import {createSession} from './session';
import {createBackgrounds, runInterruptible} from './steps';
import type {RunContext, RunDeps} from './steps';
import {offerUndo} from './undo';

/**
 * Carries out a plan, step by step, and stops at the first that fails. Whatever happens, every
 * process that it started is gone when the promise settles.
 */
export async function runPlan(plan: Plan, deps: RunDeps): Promise<RunResult> {
  const start = deps.now();
  const values = new Map(
    plan.inputs.flatMap(({input, given}) => (given === null ? [] : [[input.name, given] as const])),
  );
  const context: RunContext = {...deps, plan, values, session: createSession(deps)};
  await deps.emit({kind: 'plan', plan: withoutSecrets(plan)});
  const results = await runSteps(context);
  const begun = new Set(results.map(({step}) => step));
  const result: RunResult = {
    outcome: outcomeOf(results, deps.signal),
    results,
    notBegun: plan.steps.map(({step}) => step).filter(step => !begun.has(step)),
    durationMs: deps.now() - start,
  };
  await deps.emit({kind: 'run-ended', result});
  return result;
}

/** The plan as listeners may see it. */
function withoutSecrets(plan: Plan): Plan {
  const inputs = plan.inputs.map(({input, given}) => ({
    input,
    given: given !== null && input.type === 'secret' ? {...given, value: MASK} : given,
  }));
  return {...plan, inputs};
}

async function runSteps(context: RunContext): Promise<readonly StepResult[]> {
  const backgrounds = createBackgrounds(context);
  const results: StepResult[] = [];
  try {
    const isDone = await runInOrder(context, {backgrounds, results});
    if (!isDone) results.push(...(await offerUndo(context, {backgrounds, results})));
    if (isDone && holdsOpen(context.plan.steps)) await hold(context, backgrounds.lost);
  } finally {
    for (const result of await backgrounds.endAll()) {
      results.push(result);
      await context.emit({kind: 'step-ended', result});
    }
  }
  return results;
}

/** True if no step stood in the way of the next. */
async function runInOrder(
  context: RunContext,
  {
    backgrounds,
    results,
  }: {readonly backgrounds: ReturnType<typeof createBackgrounds>; readonly results: StepResult[]},
): Promise<boolean> {
  const {plan, emit} = context;
  const signal = AbortSignal.any([context.signal, backgrounds.lost]);
  const skipped = new Set<string>();
  for (const [index, planned] of plan.steps.entries()) {
    if (signal.aborted) return false;
    const {step} = planned;
    await emit({kind: 'step-started', step, position: index + 1, total: plan.steps.length});
    const result = await runInterruptible(planned, {context, backgrounds, signal, skipped});
    if (result === 'ready') {
      await emit({kind: 'step-ready', step});
      continue;
    }
    results.push(result);
    await emit({kind: 'step-ended', result});
    if (result.outcome.kind === 'skipped') skipped.add(step.name);
    else if (result.outcome.kind !== 'succeeded') return false;
  }
  return true;
}

/** Who runs nothing but a background step wants it to stay. */
function holdsOpen(steps: readonly PlannedStep[]): boolean {
  const chosen = steps.filter(({reason}) => reason.kind === 'chosen');
  return chosen.every(({step}) => step.kind === 'command' && step.background);
}

async function hold({plan, signal, emit}: RunContext, lost: AbortSignal): Promise<void> {
  const step = plan.steps.at(-1)?.step;
  if (step === undefined) return;
  await emit({kind: 'waiting', step, wait: {kind: 'hold'}, remainingMs: null});
  const end = AbortSignal.any([signal, lost]);
  if (end.aborted) return;
  await new Promise<void>(resolve => {
    end.addEventListener('abort', () => resolve(), {once: true});
  });
}

function outcomeOf(results: readonly StepResult[], signal: AbortSignal): RunResult['outcome'] {
  if (signal.aborted) return 'interrupted';
  const kinds = new Set(results.map(({outcome}) => outcome.kind));
  if (kinds.has('failed')) return 'failed';
  return kinds.has('stopped') || kinds.has('canceled') ? 'stopped' : 'succeeded';
}
