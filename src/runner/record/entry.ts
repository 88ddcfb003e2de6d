import * as z from 'zod';

/** Raised when a reader of older records would misread a newer one. */
export const RECORD_VERSION = 1;

const time = z.iso.datetime().meta({description: 'ISO 8601, in UTC.'});
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const names = z.array(z.string()).readonly();
const details = z.record(z.string(), z.unknown()).readonly();

const recordedStep = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['command', 'query', 'manual']),
    effect: z.enum(['read', 'change', 'destroy']),
    hash: z.string().meta({description: 'Of what the step does, as in the registry.'}),
    title: z.string().nullable(),
    text: z.string().meta({description: 'The script, the expression or the task.'}),
    cwd: z.string().nullable(),
    timeoutMs: z.number().nullable(),
    consent: z.string().meta({description: '`none`, `agreed` beforehand, `ask` or `type`.'}),
    neededBy: z.string().nullable(),
  })
  .readonly();

const recordedInput = z
  .object({
    name: z.string(),
    type: z.string(),
    value: z.string().nullable().meta({description: 'Masked where it is secret; null if unknown.'}),
    origin: z.string().nullable(),
  })
  .readonly();

const runBegun = z
  .object({
    kind: z.literal('run-begun'),
    time,
    version: z.literal(RECORD_VERSION),
    id: z.string(),
    program: z.string().meta({description: 'The version of `runbook`.'}),
    who: z.string(),
    where: z
      .object({host: z.string(), pid: z.int(), cwd: z.string(), project: z.string()})
      .readonly(),
    commit: z.string().nullable().meta({description: 'What the project had checked out.'}),
    target: z
      .object({context: z.string().nullable(), namespace: z.string().nullable()})
      .readonly()
      .nullable()
      .meta({description: 'The Kubernetes context, where it is known.'}),
    runbook: z
      .object({
        slug: z.string(),
        title: z.string(),
        path: z.string(),
        hash: sha256.meta({description: 'SHA-256 of the page.'}),
      })
      .readonly(),
    called: z.string().meta({description: 'The runbook as the person named it.'}),
    selection: z
      .object({step: z.string().nullable(), from: z.string().nullable(), only: names})
      .readonly(),
    options: names,
    continues: z.string().nullable().meta({description: 'The run that this one goes on with.'}),
    inputs: z.array(recordedInput).readonly(),
    steps: z.array(recordedStep).readonly(),
  })
  .readonly();

const stepBegun = z
  .object({kind: z.literal('step-begun'), time, step: z.string(), position: count})
  .readonly();

const asked = z
  .object({
    kind: z.literal('asked'),
    time,
    step: z.string(),
    question: z.object({kind: z.string(), name: z.string().optional()}).readonly(),
    answer: z.string(),
    note: z.string().nullable(),
  })
  .readonly();

const stepReady = z.object({kind: z.literal('step-ready'), time, step: z.string()}).readonly();

const undoOffered = z
  .object({kind: z.literal('undo-offered'), time, step: z.string(), undo: z.string()})
  .readonly();

const recordedOutput = z
  .object({
    file: z
      .string()
      .regex(/^output\/[\w.-]+$/)
      .meta({description: 'Below the folder of the record.'}),
    bytes: count,
    sha256,
  })
  .readonly();

const stepEnded = z
  .object({
    kind: z.literal('step-ended'),
    time,
    step: z.string(),
    outcome: z
      .string()
      .meta({description: '`succeeded`, `skipped`, `failed`, `stopped`, `canceled`.'}),
    reason: z.string().nullable().meta({description: 'Why, in words.'}),
    details,
    durationMs: z.number(),
    exitCode: z.int().nullable(),
    signal: z.string().nullable(),
    bytes: count.meta({description: 'Of output, before masking.'}),
    answer: details.nullable().meta({description: 'What Prometheus answered.'}),
    leftovers: z.boolean(),
    output: recordedOutput.nullable(),
  })
  .readonly();

const runEnded = z
  .object({
    kind: z.literal('run-ended'),
    time,
    outcome: z.enum(['succeeded', 'failed', 'stopped', 'interrupted']),
    durationMs: z.number(),
    notBegun: names,
  })
  .readonly();

/** One line of a record, without the two hashes that chain it to the others. */
export const recordEntry = z.discriminatedUnion('kind', [
  runBegun,
  stepBegun,
  asked,
  stepReady,
  undoOffered,
  stepEnded,
  runEnded,
]);

export type RecordEntry = z.infer<typeof recordEntry>;
export type EntryOf<Kind extends RecordEntry['kind']> = Extract<RecordEntry, {readonly kind: Kind}>;
export type RunBegun = EntryOf<'run-begun'>;
