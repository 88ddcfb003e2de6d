import type {Sample} from './answer';

/** What the answer to a query has to be for its step to pass. */
export type Expectation =
  | {readonly kind: 'empty'}
  | {readonly kind: 'any'}
  | {readonly kind: 'compare'; readonly operator: Operator; readonly limit: number};

export type Verdict = {
  readonly passed: boolean;
  /** Where it did not: the first sample that is not as expected; null if there is none. */
  readonly culprit: Sample | null;
};

type Operator = keyof typeof COMPARE;

const COMPARE = {
  '<': (value: number, limit: number) => value < limit,
  '<=': (value: number, limit: number) => value <= limit,
  '>': (value: number, limit: number) => value > limit,
  '>=': (value: number, limit: number) => value >= limit,
  '==': (value: number, limit: number) => value === limit,
  '!=': (value: number, limit: number) => value !== limit,
} as const;

/** Reads `empty`, `any` or a comparison such as `< 0.05`; undefined for any other text. */
export function parseExpectation(text: string): Expectation | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'empty' || word === 'any') return {kind: word};
  const [, operator, number] = /^([<>]=?|[!=]=)\s*(\S+)$/.exec(word) ?? [];
  const limit = Number(number);
  if (!isOperator(operator) || number === undefined || Number.isNaN(limit)) return undefined;
  return {kind: 'compare', operator, limit};
}

/** A comparison holds where every sample satisfies it and there is at least one; NaN satisfies none. */
export function judge(expectation: Expectation, samples: readonly Sample[]): Verdict {
  const [first] = samples;
  switch (expectation.kind) {
    case 'empty':
      return {passed: first === undefined, culprit: first ?? null};
    case 'any':
      return {passed: first !== undefined, culprit: null};
    case 'compare': {
      const culprit = samples.find(sample => !satisfies(sample, expectation));
      return {passed: first !== undefined && culprit === undefined, culprit: culprit ?? null};
    }
  }
}

function satisfies(
  {value}: Sample,
  {operator, limit}: Extract<Expectation, {readonly kind: 'compare'}>,
): boolean {
  return value !== null && !Number.isNaN(value) && COMPARE[operator](value, limit);
}

function isOperator(text: string | undefined): text is Operator {
  return text !== undefined && Object.hasOwn(COMPARE, text);
}
