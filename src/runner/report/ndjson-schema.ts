import * as z from 'zod';
import {commandStep, manualStep, queryStep} from '../../core';
import {answer, failure, queryError, verdict} from './ndjson-result-schema';

/** Raised when a reader of older events would misread newer ones. */
export const EVENTS_VERSION = 1;

/** One line of `runbook run --format ndjson`. */
export type NdjsonEvent = z.infer<ReturnType<typeof ndjsonEvent>>;

/** The JSON Schema of one line; readers pass over fields that they do not know. */
export function runEventsJsonSchema(): Readonly<Record<string, unknown>> {
  const {$schema, ...schema} = z.toJSONSchema(ndjsonEvent(), {io: 'input'});
  return {$schema, title: 'One event of runbook run --format ndjson', ...schema};
}

/** Made when it is asked for: a run does not need it. */
export function ndjsonEvent() {
  const head = {version: z.literal(EVENTS_VERSION), time: z.iso.datetime()};
  const stepId = z
    .string()
    .meta({description: 'Id of a step, such as `high-error-rate#roll-back`.'});
  const ms = z.number().nonnegative().meta({description: 'Milliseconds.'});
  const chunk = {
    ...head,
    event: z.literal('chunk'),
    step: stepId,
    stream: z.enum(['stdout', 'stderr']),
  };
  return z.union([
    z.object({...head, event: z.literal('plan'), ...planFields(stepId)}),
    z.object({
      ...head,
      event: z.literal('step-started'),
      step: stepId,
      position: z.int().positive().meta({description: 'Counts from 1.'}),
      total: z.int().positive(),
    }),
    z.object({...chunk, text: z.string()}),
    z.object({
      ...chunk,
      base64: z.string().meta({
        contentEncoding: 'base64',
        description: 'Where the bytes are not UTF-8 by themselves.',
      }),
    }),
    z.object({
      ...head,
      event: z.literal('asked'),
      step: stepId,
      question: z.discriminatedUnion('kind', [
        z.object({kind: z.enum(['consent', 'manual', 'interrupted'])}),
        z.object({kind: z.literal('input'), name: z.string()}),
      ]),
      answer: z.string().meta({description: 'What the person said; secrets are masked.'}),
      note: z
        .string()
        .nullable()
        .optional()
        .meta({description: 'What the person wrote beside it.'}),
    }),
    z.object({
      ...head,
      event: z.literal('waiting'),
      step: stepId,
      wait: wait(),
      remainingMs: ms.nullable().meta({description: 'Null where the wait has no end.'}),
    }),
    z.object({...head, event: z.literal('step-ready'), step: stepId}),
    z.object({
      ...head,
      event: z.literal('undo-offered'),
      step: stepId,
      undo: stepId.meta({description: 'The step that takes it back.'}),
      person: z.enum(['present', 'absent']).meta({description: 'Who is there is asked for it.'}),
    }),
    z.object({...head, event: z.literal('step-ended'), step: stepId, ...resultFields(ms)}),
    z.object({
      ...head,
      event: z.literal('run-ended'),
      runbook: z.string().meta({description: 'Its slug: several may run side by side.'}),
      outcome: z.enum(['succeeded', 'failed', 'stopped', 'interrupted']),
      durationMs: ms,
      notBegun: z.array(stepId).readonly().meta({description: 'Steps that were never begun.'}),
    }),
  ]);
}

function planFields(stepId: z.ZodString) {
  const planned = {
    reason: z.discriminatedUnion('kind', [
      z.object({kind: z.literal('chosen')}),
      z.object({kind: z.literal('needed'), by: z.string()}),
    ]),
    consent: z.enum(['none', 'agreed', 'ask', 'type']),
    runsIn: z.string().nullable().meta({description: 'Absolute; where a command starts.'}),
    timeoutMs: z.number().nullable(),
  };
  return {
    runbook: z.object({slug: z.string(), title: z.string(), path: z.string()}),
    steps: z
      .array(
        z.discriminatedUnion('kind', [
          commandStep.unwrap().extend(planned),
          queryStep.unwrap().extend(planned),
          manualStep.unwrap().extend(planned),
        ]),
      )
      .readonly(),
    inputs: z
      .array(
        z.object({
          name: z.string(),
          type: z.string(),
          value: z.string().nullable().meta({description: 'Null where nobody gave one yet.'}),
          origin: z.string().nullable().meta({description: 'Such as `--set`.'}),
        }),
      )
      .readonly(),
    leftOut: z.array(z.object({step: stepId, why: z.string()})).readonly(),
    kube: z
      .object({context: z.string(), namespace: z.string()})
      .nullable()
      .meta({description: 'What commands act on; null where nothing is pinned.'}),
  };
}

function wait() {
  return z.discriminatedUnion('kind', [
    z.object({kind: z.literal('ready'), ready: z.string()}),
    z.object({
      kind: z.literal('expectation'),
      expect: z.string(),
      attempt: z.int().positive(),
      seen: z.union([verdict(), queryError()]),
    }),
    z.object({kind: z.literal('hold')}),
  ]);
}

function resultFields(ms: z.ZodNumber) {
  return {
    outcome: z.discriminatedUnion('kind', [
      z.object({kind: z.enum(['succeeded', 'stopped', 'canceled'])}),
      z.object({
        kind: z.literal('skipped'),
        why: z.discriminatedUnion('kind', [
          z.object({kind: z.enum(['said-so', 'nobody-there'])}),
          z.object({kind: z.literal('need-skipped'), need: z.string()}),
        ]),
      }),
      z.object({kind: z.literal('failed'), failure: failure()}),
    ]),
    durationMs: ms,
    exitCode: z.int().nullable(),
    signal: z.string().nullable(),
    bytes: z.int().nonnegative().meta({description: 'Bytes of output.'}),
    answer: answer().nullable(),
    leftovers: z.boolean().meta({description: 'A process may still be running.'}),
  };
}
