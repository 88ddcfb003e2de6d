import type {Step} from '../../core';
import type {Ask} from '../ask';
import type {StepResult} from '../events';
import {needsOf} from '../plan';
import type {PlannedStep} from '../plan';
import {redactText} from '../redact';
import {askInputs} from './ask-inputs';
import type {Backgrounds} from './background';
import {checkText} from './check-text';
import {runCommand} from './run-command';
import {cwdOf, resultOf, secretsOf, shownInputs} from './run-context';
import type {RunContext} from './run-context';
import {runQuery} from './run-query';

export type StepScene = {
  readonly context: RunContext;
  readonly backgrounds: Backgrounds;
  /** Aborted at the end of the run, and when a background step dies. */
  readonly signal: AbortSignal;
  readonly skipped: ReadonlySet<string>;
};

/** Carries out one step; `ready` says of a background step that it goes on running. */
export async function runStep(
  planned: PlannedStep,
  scene: StepScene,
): Promise<StepResult | 'ready'> {
  const {step} = planned;
  const {context, signal} = scene;
  const need = needsOf(step).find(name => scene.skipped.has(name));
  if (need !== undefined) {
    return resultOf(step, {kind: 'skipped', why: {kind: 'need-skipped', need}});
  }
  if (step.kind === 'manual' && context.ask === null) {
    return resultOf(step, {kind: 'skipped', why: {kind: 'nobody-there'}});
  }
  const changed = await checkText(step, context);
  if (changed !== null) return changed;
  const verdict = await agree(planned, scene);
  if (signal.aborted) return resultOf(step, {kind: 'canceled'});
  if (verdict === 'skip') return resultOf(step, {kind: 'skipped', why: {kind: 'said-so'}});
  if (verdict === 'stop') return resultOf(step, {kind: 'stopped'});
  // The person may have taken a while to answer.
  return (await checkText(step, context)) ?? carryOut(planned, scene);
}

function carryOut(planned: PlannedStep, {context, backgrounds, signal}: StepScene) {
  const {step} = planned;
  switch (step.kind) {
    case 'manual':
      return resultOf(step, {kind: 'succeeded'});
    case 'query':
      return runQuery(step, {context, signal});
    case 'command':
      return step.background
        ? backgrounds.start(step, planned, signal)
        : runCommand(step, planned, {context, signal});
  }
}

/** Everything that a person has to say before the step begins. */
async function agree(
  planned: PlannedStep,
  {context, signal}: StepScene,
): Promise<'run' | 'skip' | 'stop'> {
  const {step, consent} = planned;
  if (step.kind === 'manual') return askManual(step, {context, signal});
  const missing = step.inputs.filter(name => !context.values.has(name));
  if (missing.length > 0) {
    const reply = await askInputs(step, {context, ask: person(context, step), signal});
    if (reply !== 'given') return reply;
  }
  if (consent === 'none' || consent === 'agreed') return 'run';
  const shown = step.kind === 'command' ? {...planned, cwd: cwdOf(planned, context)} : planned;
  const question = {
    planned: shown,
    inputs: shownInputs(step, context),
    kube: context.plan.kube,
  };
  const answer = await person(context, step).consent(question, signal);
  await context.emit({kind: 'asked', step, question: {kind: 'consent'}, answer});
  return answer;
}

async function askManual(
  step: Extract<Step, {readonly kind: 'manual'}>,
  {context, signal}: Pick<StepScene, 'context' | 'signal'>,
): Promise<'run' | 'skip' | 'stop'> {
  const {answer, note} = await person(context, step).manual(step, signal);
  const shown = note === null ? null : redactText(note, secretsOf(context));
  await context.emit({kind: 'asked', step, question: {kind: 'manual'}, answer, note: shown});
  return answer === 'done' ? 'run' : answer;
}

function person({ask}: RunContext, {id}: Step): Ask {
  if (ask === null) throw new Error(`Step ${id} needs a person, and the plan was not refused.`);
  return ask;
}
