import {setTimeout as sleep} from 'node:timers/promises';
import {substitutePromqlInputs} from '../../core';
import type {QueryStep} from '../../core';
import {parseDuration} from '../duration';
import type {StepResult, Wait} from '../events';
import {judge, parseExpectation} from '../query';
import type {Expectation, QueryAnswer, QueryResponse} from '../query';
import {redactText} from '../redact';
import {resultOf, secretsOf} from './run-context';
import type {RunContext} from './run-context';

/** Between two attempts of a query that says `within` and not `every`, in milliseconds. */
const DEFAULT_EVERY_MS = 5000;

/** How often a waiting query tells how long it still will, in milliseconds. */
const TICK_MS = 1000;

type Scene = {readonly context: RunContext; readonly signal: AbortSignal};

/** Asks Prometheus, once or until the answer is as expected. */
export async function runQuery(step: QueryStep, scene: Scene): Promise<StepResult> {
  const {context, signal} = scene;
  const start = context.now();
  const values = new Map([...context.values].map(([name, {value}]) => [name, value] as const));
  const {text, errors} = substitutePromqlInputs(step.expr, values);
  const [flaw] = errors;
  if (flaw !== undefined) return rejected(step, `The query was not sent: ${flaw.message}.`);
  try {
    const result = await poll(step, queryOnce(text, scene), scene);
    return {...result, durationMs: context.now() - start};
  } catch (error) {
    if (!signal.aborted) throw error;
    return resultOf(step, {kind: 'canceled'}, {durationMs: context.now() - start});
  }
}

function rejected(step: QueryStep, message: string): StepResult {
  const error = {kind: 'rejected', message} as const;
  return resultOf(step, {kind: 'failed', failure: {kind: 'query', error}});
}

type AskOnce = () => Promise<QueryResponse>;

/** Labels and messages may repeat a secret that the expression holds. */
function queryOnce(expr: string, {context, signal}: Scene): AskOnce {
  const secrets = secretsOf(context);
  return async () => {
    const response = await context.query(expr, signal);
    if (response.kind === 'error') {
      const {kind, message} = response.error;
      return {kind: 'error', error: {kind, message: redactText(message, secrets)}};
    }
    return {kind: 'answer', answer: redactAnswer(response.answer, secrets)};
  };
}

async function poll(step: QueryStep, ask: AskOnce, scene: Scene): Promise<StepResult> {
  const expectation = step.expect === null ? undefined : parseExpectation(step.expect);
  const deadline = scene.context.now() + durationOf(step.within, 0);
  for (let attempt = 1; ; attempt++) {
    const response = await ask();
    const result = settle(step, expectation, response);
    const passes = response.kind === 'error' && attempt > 1 && response.error.kind !== 'rejected';
    const mayChange = response.kind === 'answer' || passes;
    if (result.outcome.kind === 'succeeded' || expectation === undefined || !mayChange)
      return result;
    if (scene.context.now() >= deadline) return result;
    const seen =
      response.kind === 'error' ? response.error : judge(expectation, response.answer.samples);
    const wait: Wait = {kind: 'expectation', expect: step.expect ?? '', attempt, seen};
    await waitForNext(step, wait, {...scene, deadline});
  }
}

function settle(
  step: QueryStep,
  expectation: Expectation | undefined,
  response: QueryResponse,
): StepResult {
  if (response.kind === 'error') {
    return resultOf(step, {kind: 'failed', failure: {kind: 'query', error: response.error}});
  }
  const {answer} = response;
  if (expectation === undefined) return resultOf(step, {kind: 'succeeded'}, {answer});
  const verdict = judge(expectation, answer.samples);
  if (verdict.passed) return resultOf(step, {kind: 'succeeded'}, {answer});
  const failure = {kind: 'expectation', expect: step.expect ?? '', verdict} as const;
  return resultOf(step, {kind: 'failed', failure}, {answer});
}

async function waitForNext(
  step: QueryStep,
  wait: Wait,
  {context, signal, deadline}: Scene & {readonly deadline: number},
): Promise<void> {
  const next = Math.min(deadline, context.now() + durationOf(step.every, DEFAULT_EVERY_MS));
  for (;;) {
    const now = context.now();
    await context.emit({kind: 'waiting', step, wait, remainingMs: Math.max(0, deadline - now)});
    if (next - now > TICK_MS) {
      await sleep(TICK_MS, undefined, {signal});
    } else {
      await sleep(Math.max(0, next - now), undefined, {signal});
      return;
    }
  }
}

function durationOf(text: string | null, fallback: number): number {
  return (text === null ? undefined : parseDuration(text)) ?? fallback;
}

function redactAnswer(
  {samples, warnings, infos}: QueryAnswer,
  secrets: readonly string[],
): QueryAnswer {
  return {
    samples: samples.map(({labels, text, value}) => ({
      labels: Object.fromEntries(
        Object.entries(labels).map(([name, label]) => [name, redactText(label, secrets)]),
      ),
      text,
      value,
    })),
    warnings: warnings.map(warning => redactText(warning, secrets)),
    infos: infos.map(info => redactText(info, secrets)),
  };
}
