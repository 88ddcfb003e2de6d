import * as z from 'zod';

/** What Prometheus answered. */
export function answer() {
  const texts = z.array(z.string()).readonly();
  return z.object({
    samples: z.array(sample()).readonly(),
    warnings: texts,
    infos: texts,
  });
}

/** Whether an answer was as expected. */
export function verdict() {
  return z.object({
    passed: z.boolean(),
    culprit: sample().nullable().meta({description: 'The first sample that is not as expected.'}),
  });
}

export function queryError() {
  return z.object({
    kind: z.enum(['rejected', 'unreachable', 'unavailable']),
    message: z.string(),
  });
}

/** Why a step failed. */
export function failure() {
  const afterMs = z.number().nonnegative();
  return z.discriminatedUnion('kind', [
    z.object({kind: z.literal('exit'), exitCode: z.int()}),
    z.object({kind: z.literal('signal'), signal: z.string()}),
    z.object({kind: z.literal('timeout'), afterMs}),
    z.object({kind: z.literal('not-started'), reason: z.string()}),
    z.object({kind: z.literal('not-ready'), ready: z.string(), afterMs}),
    z.object({kind: z.literal('port-taken'), port: z.int()}),
    z.object({kind: z.literal('ended-early')}),
    z.object({kind: z.literal('expectation'), expect: z.string(), verdict: verdict()}),
    z.object({kind: z.literal('query'), error: queryError()}),
    z.object({
      kind: z.literal('changed'),
      diff: z.string().meta({description: 'What the page says now against what it said.'}),
    }),
  ]);
}

function sample() {
  return z.object({
    labels: z.record(z.string(), z.string()).readonly(),
    text: z.string().meta({description: 'As Prometheus writes it, `NaN` and `+Inf` too.'}),
    value: z
      .number()
      .nullable()
      .meta({description: 'Null for what JSON has no number for: see `text`.'}),
  });
}
