import type {Writable} from 'node:stream';
import type {Emit, RunEvent, StepResult} from '../events';
import type {Plan, PlannedInput, PlannedStep} from '../plan';
import {MASK} from '../redact';
import {EVENTS_VERSION} from './ndjson-schema';
import type {NdjsonEvent} from './ndjson-schema';
import {write} from './write';

/**
 * Writes one JSON object a line: `version`, `time` (ISO 8601) and `event`, then what belongs to the
 * event. Steps are named by their ids. A chunk holds `text`, or `base64` where it is not UTF-8 by
 * itself; joined in order, chunks give the output byte for byte, secrets masked.
 */
export function ndjsonReporter({
  stdout,
  time,
}: {
  readonly stdout: Writable;
  readonly time: () => Date;
}): Emit {
  let runbook = '';
  return event => {
    if (event.kind === 'plan') runbook = event.plan.runbook.slug;
    const head = {version: EVENTS_VERSION, time: time().toISOString()} as const;
    const line: NdjsonEvent = {...head, ...fieldsOf(event, runbook)};
    return write(stdout, `${JSON.stringify(line)}\n`);
  };
}

type Fields = NdjsonEvent extends infer Event
  ? Event extends NdjsonEvent
    ? Omit<Event, 'version' | 'time'>
    : never
  : never;

function fieldsOf(event: RunEvent, runbook: string): Fields {
  switch (event.kind) {
    case 'plan':
      return {event: event.kind, ...planFields(event.plan)};
    case 'step-started':
      return {event: event.kind, step: event.step.id, position: event.position, total: event.total};
    case 'chunk':
      return {
        event: event.kind,
        step: event.step.id,
        stream: event.stream,
        ...contentOf(event.bytes),
      };
    case 'asked':
      return {
        event: event.kind,
        step: event.step.id,
        question: event.question,
        answer: event.answer,
        ...(event.note === undefined ? {} : {note: event.note}),
      };
    case 'waiting':
      return {
        event: event.kind,
        step: event.step.id,
        wait: event.wait,
        remainingMs: event.remainingMs,
      };
    case 'step-ready':
      return {event: event.kind, step: event.step.id};
    case 'undo-offered':
      return {
        event: event.kind,
        step: event.step.id,
        undo: event.undo.id,
        person: event.person,
      };
    case 'step-ended':
      return {event: event.kind, ...resultFields(event.result)};
    case 'run-ended': {
      const {outcome, durationMs, notBegun} = event.result;
      const ids = notBegun.map(({id}) => id);
      return {event: event.kind, runbook, outcome, durationMs, notBegun: ids};
    }
  }
}

function planFields({runbook, steps, inputs, leftOut, kube}: Plan) {
  const {slug, title, path} = runbook;
  return {
    runbook: {slug, title, path},
    steps: steps.map(stepFields),
    inputs: inputs.map(inputFields),
    leftOut: leftOut.map(({step, why}) => ({step: step.id, why})),
    kube,
  };
}

function stepFields({step, reason, consent, cwd, timeoutMs}: PlannedStep) {
  return {...step, reason, consent, runsIn: cwd, timeoutMs};
}

function inputFields({input: {name, type}, given}: PlannedInput) {
  const value = given !== null && type === 'secret' ? MASK : (given?.value ?? null);
  return {name, type, value, origin: given?.origin ?? null};
}

function resultFields({step, ...result}: StepResult) {
  return {step: step.id, ...result};
}

function contentOf(bytes: Uint8Array): {readonly text: string} | {readonly base64: string} {
  try {
    return {text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)};
  } catch {
    return {base64: Buffer.from(bytes).toString('base64')};
  }
}
