import * as z from 'zod';
import type {QueryResponse, Sample} from './answer';

const point = z.tuple([z.number(), z.string()]);
const histogram = z.tuple([z.number(), z.looseObject({count: z.string(), sum: z.string()})]);
const labels = z.record(z.string(), z.string());

const resultData = z.discriminatedUnion('resultType', [
  z.object({
    resultType: z.literal('vector'),
    result: z.array(
      z.object({metric: labels, value: point.optional(), histogram: histogram.optional()}),
    ),
  }),
  z.object({
    resultType: z.literal('matrix'),
    result: z.array(
      z.object({
        metric: labels,
        values: z.array(point).optional(),
        histograms: z.array(histogram).optional(),
      }),
    ),
  }),
  z.object({resultType: z.literal('scalar'), result: point}),
  z.object({resultType: z.literal('string'), result: point}),
]);

const messages = {
  warnings: z.array(z.string()).default([]),
  infos: z.array(z.string()).default([]),
};

const body = z.discriminatedUnion('status', [
  z.object({status: z.literal('success'), data: resultData, ...messages}),
  z.object({status: z.literal('error'), errorType: z.string(), error: z.string()}),
]);

/** Error types of the HTTP API that the next attempt may not meet again. */
const PASSING = new Set(['timeout', 'unavailable', 'internal', 'canceled']);

/** Turns the body of an answer into samples, or into the reason why there are none. */
export function readResponse(text: string, {status}: {readonly status: number}): QueryResponse {
  const parsed = body.safeParse(jsonOf(text));
  if (!parsed.success) return unreadable(status);
  if (parsed.data.status === 'error') {
    const {errorType, error} = parsed.data;
    return {
      kind: 'error',
      error: {
        kind: PASSING.has(errorType) ? 'unavailable' : 'rejected',
        message: `Prometheus says: ${error} (${errorType}).`,
      },
    };
  }
  const {warnings, infos} = parsed.data;
  return {
    kind: 'answer',
    answer: {samples: samplesOf(parsed.data.data), warnings, infos},
  };
}

function unreadable(status: number): QueryResponse {
  const passes = status >= 500 || status === 429;
  return {
    kind: 'error',
    error: {
      kind: passes ? 'unavailable' : 'rejected',
      message: `The answer has HTTP status ${status} and is not from the Prometheus HTTP API.`,
    },
  };
}

function samplesOf(data: z.infer<typeof resultData>): readonly Sample[] {
  switch (data.resultType) {
    case 'vector':
      return data.result.map(({metric, value, histogram}) => sample(metric, value, histogram));
    case 'matrix':
      return data.result.map(({metric, values, histograms}) =>
        sample(metric, values?.at(-1), histograms?.at(-1)),
      );
    case 'scalar':
      return [sample({}, data.result, undefined)];
    case 'string':
      return [{labels: {}, text: data.result[1], value: null}];
  }
}

function sample(
  labels: Readonly<Record<string, string>>,
  point: readonly [number, string] | undefined,
  histogram: readonly [number, {readonly count: string; readonly sum: string}] | undefined,
): Sample {
  if (point !== undefined) return {labels, text: point[1], value: numberOf(point[1])};
  const {count = '?', sum = '?'} = histogram?.[1] ?? {};
  return {labels, text: `count ${count}, sum ${sum}`, value: null};
}

function numberOf(text: string): number {
  if (/^[+-]?Inf$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
