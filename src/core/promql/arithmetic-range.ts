import type {Binary} from './ast';

/** Every value that the samples of an expression can have; NaN aside. */
export type ValueRange = {
  readonly min: number;
  readonly max: number;
  /** The bound itself is not reached. */
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
};

const INFINITY = Number.POSITIVE_INFINITY;

export function closed(min: number, max: number): ValueRange {
  return {min, max, minOpen: false, maxOpen: false};
}

/** The values of an operation on two numbers, each from a range; bounds count as reached. */
export function arithmeticRange(
  operator: Binary['operator'],
  left: ValueRange,
  right: ValueRange,
): ValueRange {
  switch (operator) {
    case '+':
      return spanOf([left.min + right.min, left.max + right.max]);
    case '-':
      return spanOf([left.min - right.max, left.max - right.min]);
    case '*':
      return spanOf(pairs(left, right).map(([a, b]) => (a === 0 || b === 0 ? 0 : a * b)));
    case '/':
      return quotientRange(left, right);
    default:
      return closed(-INFINITY, INFINITY);
  }
}

/** A divisor of 0 gives infinity of either sign, or NaN, which passes no comparison. */
function quotientRange(left: ValueRange, right: ValueRange): ValueRange {
  if (right.min > 0 || right.max < 0) {
    return spanOf(pairs(left, right).map(([a, b]) => (a === 0 ? 0 : a / b)));
  }
  if (right.min < 0 || right.max === 0) return closed(-INFINITY, INFINITY);
  if (left.min >= 0) return closed(0, INFINITY);
  return left.max <= 0 ? closed(-INFINITY, 0) : closed(-INFINITY, INFINITY);
}

function pairs(left: ValueRange, right: ValueRange): readonly (readonly [number, number])[] {
  return [left.min, left.max].flatMap(a => [right.min, right.max].map(b => [a, b] as const));
}

/** Infinity minus infinity may be anything. */
function spanOf(bounds: readonly number[]): ValueRange {
  if (bounds.some(Number.isNaN)) return closed(-INFINITY, INFINITY);
  return closed(Math.min(...bounds), Math.max(...bounds));
}
