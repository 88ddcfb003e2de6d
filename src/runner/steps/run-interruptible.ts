import type {StepResult} from '../events';
import type {AfterInterrupt, Interrupts} from '../interrupts';
import type {PlannedStep} from '../plan';
import {runStep} from './run-step';
import type {StepScene} from './run-step';

/** Carries out one step, which Ctrl-C ends without ending the run; `again` starts it anew. */
export async function runInterruptible(
  planned: PlannedStep,
  scene: StepScene,
): Promise<StepResult | 'ready'> {
  const {interrupts} = scene.context;
  if (interrupts === undefined) return runStep(planned, scene);
  for (;;) {
    const signal = AbortSignal.any([scene.signal, interrupts.begin()]);
    const result = await runStep(planned, {...scene, signal}).finally(interrupts.end);
    const isInterrupted = signal.aborted && !scene.signal.aborted;
    if (result === 'ready' || result.outcome.kind !== 'canceled' || !isInterrupted) return result;
    const answer = await ask(planned, interrupts, scene);
    if (answer === 'skip') {
      return {...result, outcome: {kind: 'skipped', why: {kind: 'said-so'}}};
    }
    if (answer === 'stop') {
      interrupts.stop();
      return result;
    }
  }
}

async function ask(
  {step}: PlannedStep,
  interrupts: Interrupts,
  {context, signal}: StepScene,
): Promise<AfterInterrupt> {
  const answer = await interrupts.ask(step, signal);
  await context.emit({kind: 'asked', step, question: {kind: 'interrupted'}, answer});
  return signal.aborted ? 'stop' : answer;
}
