import type {Step} from '../../core';
import type {RunEvent, StepResult} from '../events';
import type {Plan, PlannedStep} from '../plan';
import {MASK, redactText} from '../redact';
import {failureWords, skipWords} from '../report/outcome-words';
import {RECORD_VERSION} from './entry';
import type {EntryOf, RunBegun} from './entry';
import {maskFields} from './mask';
import type {OutputFile} from './record-folder';

/** What a record says of a run beside its plan. */
export type RunFacts = Pick<
  RunBegun,
  | 'program'
  | 'who'
  | 'where'
  | 'commit'
  | 'target'
  | 'called'
  | 'selection'
  | 'options'
  | 'continues'
> & {
  /** SHA-256 of the page. */
  readonly pageHash: string;
};

type Scene = {readonly time: string; readonly secrets: readonly string[]};

export function runBegun(
  {runbook: {slug, title, path}, steps, inputs}: Plan,
  {pageHash, options, ...facts}: RunFacts,
  {id, time, secrets}: Scene & {readonly id: string},
): RunBegun {
  return {
    kind: 'run-begun',
    time,
    version: RECORD_VERSION,
    id,
    ...facts,
    options: options.map(option => redactText(option, secrets)),
    runbook: {slug, title, path, hash: pageHash},
    inputs: inputs.map(({input: {name, type}, given}) => ({
      name,
      type,
      value: given && (type === 'secret' ? MASK : redactText(given.value, secrets)),
      origin: given?.origin ?? null,
    })),
    steps: steps.map(recordedStep),
  };
}

function recordedStep({step, reason, consent, cwd, timeoutMs}: PlannedStep) {
  const {id, name, kind, effect, hash, title} = step;
  const neededBy = reason.kind === 'needed' ? reason.by : null;
  return {
    id,
    name,
    kind,
    effect,
    hash,
    title,
    text: textOf(step),
    cwd,
    timeoutMs,
    consent,
    neededBy,
  };
}

/** What a step does, as a record keeps it and a later run compares it. */
export function textOf(step: Step): string {
  switch (step.kind) {
    case 'command':
      return step.script;
    case 'query':
      return step.expr;
    case 'manual':
      return step.text;
  }
}

export function askedEntry(
  event: Extract<RunEvent, {readonly kind: 'asked'}>,
  {time, secrets}: Scene,
): EntryOf<'asked'> {
  const {step, question, answer} = event;
  const note = 'note' in event && typeof event.note === 'string' ? event.note : null;
  return {
    kind: 'asked',
    time,
    step: step.id,
    question,
    answer: redactText(answer, secrets),
    note: note === null ? null : redactText(note, secrets),
  };
}

export function stepEnded(
  {step, outcome, durationMs, exitCode, signal, bytes, answer, leftovers}: StepResult,
  {time, secrets, output}: Scene & {readonly output: ReturnType<OutputFile['close']> | null},
): EntryOf<'step-ended'> {
  const reason = reasonOf(outcome, step);
  return {
    kind: 'step-ended',
    time,
    step: step.id,
    outcome: outcome.kind,
    reason: reason === null ? null : redactText(reason, secrets),
    details: maskFields(outcome, secrets),
    durationMs,
    exitCode,
    signal,
    bytes,
    answer: answer === null ? null : maskFields(answer, secrets),
    leftovers,
    output,
  };
}

function reasonOf(outcome: StepResult['outcome'], step: Step): string | null {
  if (outcome.kind === 'failed') return failureWords(outcome.failure, step);
  return outcome.kind === 'skipped' ? skipWords(outcome.why) : null;
}
