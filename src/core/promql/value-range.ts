import {arithmeticRange, closed} from './arithmetic-range';
import type {ValueRange} from './arithmetic-range';
import {constantOf, unwrap} from './constant';
import type {Aggregate, Binary, Call, Expr} from './ast';

export type {ValueRange} from './arithmetic-range';

const INFINITY = Number.POSITIVE_INFINITY;
const ANY = closed(-INFINITY, INFINITY);

/** What Prometheus itself writes. */
const OWN: ReadonlyMap<string, ValueRange> = new Map([
  ['up', closed(0, 1)],
  ['ALERTS', closed(1, 1)],
]);
const MAX_DEPTH = 100;

/** Bounds that hold whatever the data are, as far as the expression alone tells them. */
export function valueRange(expr: Expr, depth = MAX_DEPTH): ValueRange {
  if (depth === 0) return ANY;
  const inner = unwrap(expr);
  const constant = constantOf(inner);
  if (constant !== undefined && !Number.isNaN(constant)) return closed(constant, constant);
  const rangeOf = (child: Expr) => valueRange(child, depth - 1);
  switch (inner.kind) {
    case 'aggregate':
      return aggregateRange(inner, rangeOf);
    case 'binary':
      return binaryRange(inner, rangeOf);
    case 'call':
      return callRange(inner, rangeOf);
    case 'vectorSelector':
      return OWN.get(inner.name ?? '') ?? ANY;
    case 'matrixSelector':
      return rangeOf(inner.selector);
    case 'subquery':
      return rangeOf(inner.expr);
    default:
      return ANY;
  }
}

/** Whether no sample of the vector side can pass the comparison with a constant. */
export function isNeverTrue(binary: Binary): boolean {
  const side = comparedWithConstant(binary);
  if (side === undefined || binary.bool || !Number.isFinite(side.constant)) return false;
  const {vector, operator, constant} = side;
  return isEmpty(restrict(valueRange(vector), operator, constant));
}

/** The vector of a comparison with a constant, and the operator as seen from the vector. */
export function comparedWithConstant({operator, left, right}: Binary) {
  const turned = TURNED.get(operator);
  if (turned === undefined) return undefined;
  const [onLeft, onRight] = [constantOf(left), constantOf(right)];
  if (left.type === 'vector' && onRight !== undefined) {
    return {vector: left, operator, constant: onRight};
  }
  return right.type === 'vector' && onLeft !== undefined
    ? {vector: right, operator: turned, constant: onLeft}
    : undefined;
}

const TURNED: ReadonlyMap<Binary['operator'], Binary['operator']> = new Map([
  ['==', '=='],
  ['!=', '!='],
  ['>', '<'],
  ['<', '>'],
  ['>=', '<='],
  ['<=', '>='],
]);

type RangeOf = (expr: Expr) => ValueRange;

function aggregateRange({operator, expr, param}: Aggregate, rangeOf: RangeOf): ValueRange {
  switch (operator) {
    case 'count':
    case 'count_values':
      return closed(1, INFINITY);
    case 'group':
      return closed(1, 1);
    case 'stddev':
    case 'stdvar':
      return closed(0, INFINITY);
    case 'sum':
      return sumRange(rangeOf(expr));
    case 'quantile': {
      const quantile = param && constantOf(param);
      return quantile !== undefined && quantile >= 0 && quantile <= 1 ? rangeOf(expr) : ANY;
    }
    default:
      return rangeOf(expr);
  }
}

/** One sample at least is added up. */
function sumRange({min, max, minOpen, maxOpen}: ValueRange): ValueRange {
  const isPositive = min >= 0;
  const isNegative = max <= 0;
  return {
    min: isPositive ? min : -INFINITY,
    minOpen: isPositive && minOpen,
    max: isNegative ? max : INFINITY,
    maxOpen: isNegative && maxOpen,
  };
}

function binaryRange(binary: Binary, rangeOf: RangeOf): ValueRange {
  const {operator, left, right} = binary;
  if (operator === 'and' || operator === 'unless') return rangeOf(left);
  if (operator === 'or') return hull(rangeOf(left), rangeOf(right));
  if (!TURNED.has(operator)) return arithmeticRange(operator, rangeOf(left), rangeOf(right));
  if (binary.bool) return closed(0, 1);
  const side = comparedWithConstant(binary);
  if (side === undefined) return left.type === 'vector' ? rangeOf(left) : ANY;
  return restrict(rangeOf(side.vector), side.operator, side.constant);
}

/** Functions whose values do not depend on those of their argument. */
const FIXED: ReadonlyMap<string, ValueRange> = new Map([
  ['absent', closed(1, 1)],
  ['absent_over_time', closed(1, 1)],
  ['present_over_time', closed(1, 1)],
  ['count_over_time', closed(1, INFINITY)],
  ...['abs', 'sqrt', 'rate', 'irate', 'increase', 'changes', 'resets', 'exp'].map(
    name => [name, closed(0, INFINITY)] as const,
  ),
  ...['stddev_over_time', 'stdvar_over_time'].map(name => [name, closed(0, INFINITY)] as const),
  ['sgn', closed(-1, 1)],
  ['minute', closed(0, 59)],
  ['hour', closed(0, 23)],
  ['day_of_week', closed(0, 6)],
  ['day_of_month', closed(1, 31)],
  ['day_of_year', closed(1, 366)],
  ['days_in_month', closed(28, 31)],
  ['month', closed(1, 12)],
]);

const SAME = new Set([
  'sort',
  'sort_desc',
  'sort_by_label',
  'sort_by_label_desc',
  'label_replace',
  'label_join',
  'last_over_time',
  'first_over_time',
  'min_over_time',
  'max_over_time',
  'avg_over_time',
]);

function callRange({name, args}: Call, rangeOf: RangeOf): ValueRange {
  const fixed = FIXED.get(name);
  if (fixed !== undefined) return fixed;
  const [first, second, third] = args;
  if (first === undefined) return ANY;
  const bound = second && constantOf(second);
  const upper = third && constantOf(third);
  if (name === 'clamp_min' && bound !== undefined) return clamped(rangeOf(first), bound, INFINITY);
  if (name === 'clamp_max' && bound !== undefined) return clamped(rangeOf(first), -INFINITY, bound);
  if (name === 'clamp' && bound !== undefined && upper !== undefined) {
    return clamped(rangeOf(first), bound, upper);
  }
  return SAME.has(name) ? rangeOf(first) : ANY;
}

function clamped({min, max}: ValueRange, lower: number, upper: number): ValueRange {
  const into = (value: number) => Math.min(Math.max(value, lower), upper);
  return closed(into(min), into(max));
}

function restrict(range: ValueRange, operator: Binary['operator'], value: number): ValueRange {
  switch (operator) {
    case '==':
      return below(above(range, value, false), value, false);
    case '>':
      return above(range, value, true);
    case '>=':
      return above(range, value, false);
    case '<':
      return below(range, value, true);
    case '<=':
      return below(range, value, false);
    case '!=':
      return range.min === value && range.max === value ? {...range, minOpen: true} : range;
    default:
      return range;
  }
}

function above(range: ValueRange, min: number, minOpen: boolean): ValueRange {
  if (min < range.min) return range;
  return {...range, min, minOpen: min === range.min ? range.minOpen || minOpen : minOpen};
}

function below(range: ValueRange, max: number, maxOpen: boolean): ValueRange {
  if (max > range.max) return range;
  return {...range, max, maxOpen: max === range.max ? range.maxOpen || maxOpen : maxOpen};
}

function hull(a: ValueRange, b: ValueRange): ValueRange {
  return closed(Math.min(a.min, b.min), Math.max(a.max, b.max));
}

function isEmpty({min, max, minOpen, maxOpen}: ValueRange): boolean {
  return min > max || (min === max && (minOpen || maxOpen));
}
