import * as z from 'zod';
import {input} from './input';

export const PHASES = [
  'symptoms',
  'diagnosis',
  'resolution',
  'verification',
  'prevention',
] as const;

export type Phase = (typeof PHASES)[number];

const located = {
  id: z
    .string()
    .meta({description: '`<runbook slug>#<name>`; the name is also the anchor on the page.'}),
  name: z.string(),
  phase: z.enum(PHASES).nullable(),
  effect: z
    .enum(['read', 'change', 'destroy'])
    .meta({description: 'The most that the step can do to the world.'}),
  traits: z.array(z.enum(['interactive', 'blocking', 'secrets'])).readonly(),
  line: z.int().meta({description: 'Where the step begins in the file, counted from 1.'}),
  hash: z.string().meta({description: 'SHA-256 of what the step does; changes when that does.'}),
  title: z.string().nullable(),
  inputs: z.array(z.string()).readonly().meta({description: 'Declared inputs that the step uses.'}),
};

/** A tagged shell block: a script with a name. */
export const commandStep = z
  .strictObject({
    kind: z.literal('command'),
    ...located,
    language: z.enum(['bash', 'sh']),
    script: z.string(),
    cwd: z.string().nullable(),
    interactive: z.boolean(),
    background: z.boolean(),
    excludeFromRunAll: z.boolean(),
    timeout: z.string().nullable(),
    exit: z.array(z.int()).readonly().meta({description: 'Exit codes that mean success.'}),
    needs: z.array(z.string()).readonly().meta({description: 'Names of steps to run before.'}),
    ready: z.string().nullable().meta({description: '`port:8080` or `log:some text`.'}),
    undo: z.string().nullable().meta({description: 'Name of the step that reverts this one.'}),
  })
  .readonly();

/** A PromQL expression with a name. */
export const queryStep = z
  .strictObject({
    kind: z.literal('query'),
    ...located,
    expr: z.string(),
    expect: z.string().nullable(),
    within: z.string().nullable(),
    every: z.string().nullable(),
    excludeFromRunAll: z.boolean(),
  })
  .readonly();

/** A task-list item that a person ticks off. */
export const manualStep = z
  .strictObject({kind: z.literal('manual'), ...located, text: z.string()})
  .readonly();

export const step = z.discriminatedUnion('kind', [commandStep, queryStep, manualStep]);

/** One Markdown page with the steps for one alert or procedure. */
export const runbook = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    path: z.string(),
    alerts: z.array(z.string()).readonly(),
    severity: z.string().nullable(),
    inputs: z.array(input).readonly(),
    steps: z.array(step).readonly(),
  })
  .readonly();

export type CommandStep = z.infer<typeof commandStep>;
export type QueryStep = z.infer<typeof queryStep>;
export type ManualStep = z.infer<typeof manualStep>;
export type Step = z.infer<typeof step>;
export type Runbook = z.infer<typeof runbook>;
