import {comparedWithConstant, constantOf, metricOf, printPromql, unwrap} from '../../promql';
import type {Binary, Expr, Matcher, MatrixSelector} from '../../promql';
import {COUNTER_FUNCTIONS, aggregateHead} from './counter-functions';

export type Share = {
  /** The metric that is the whole. */
  readonly name: string;
  /** Known by the names of its two metrics only. */
  readonly isSoft: boolean;
};

/** What an expression is a part of, divided by the whole, or `1 -` such a part. */
export function shareIn(expr: Expr): Share | undefined {
  const inner = unwrap(expr);
  if (inner.kind !== 'binary') return undefined;
  if (inner.operator === '-' && constantOf(inner.left) === 1) return shareIn(inner.right);
  if (inner.operator !== '/') return undefined;
  const right = withoutGuard(inner.right);
  return countedShare(inner.left, right) ?? namedShare(inner, right);
}

function countedShare(left: Expr, right: Expr): Share | undefined {
  const [part, whole] = [countOf(left), countOf(right)];
  if (part === undefined || whole === undefined || part.head !== whole.head) return undefined;
  const isPart = whole.matchers.every(
    matcher => isEveryBucket(matcher) || part.matchers.some(own => isSame(own, matcher)),
  );
  return isPart && whole.isWhole ? {name: whole.metric, isSoft: false} : undefined;
}

type Count = {
  readonly metric: string;
  /** Everything but the matchers. */
  readonly head: string;
  readonly matchers: readonly Matcher[];
  /** False where only some of the series that match are counted. */
  readonly isWhole: boolean;
};

/** A rate of one metric, a sum of rates, or how many series there are. */
function countOf(expr: Expr): Count | undefined {
  const inner = unwrap(expr);
  if (inner.kind === 'aggregate') {
    const number = numberOfSeries(inner.operator, unwrap(inner.expr));
    const count = number ?? (inner.operator === 'sum' ? countOf(inner.expr) : undefined);
    return count && {...count, head: `${aggregateHead({...inner, operator: 'sum'})} ${count.head}`};
  }
  if (inner.kind !== 'call' || !COUNTER_FUNCTIONS.has(inner.name)) return undefined;
  const [range] = inner.args;
  const metric = range?.kind === 'matrixSelector' ? metricOf(range.selector) : undefined;
  if (range?.kind !== 'matrixSelector' || metric === undefined) return undefined;
  const head = `${inner.name} ${plain(range)}`;
  return {metric, head, matchers: range.selector.matchers, isWhole: true};
}

/** `count(a)`, `count(a == 0)` and, of what is 0 or 1, `sum(up)`. */
function numberOfSeries(operator: string, expr: Expr): Count | undefined {
  const side = expr.kind === 'binary' && !expr.bool ? comparedWithConstant(expr) : undefined;
  const selector = operator === 'count' && side !== undefined ? unwrap(side.vector) : expr;
  if (selector.kind !== 'vectorSelector' || selector.offset !== undefined) return undefined;
  const metric = metricOf(selector);
  if (metric === undefined || (operator !== 'count' && metric !== 'up')) return undefined;
  if (operator !== 'count' && operator !== 'sum') return undefined;
  const isWhole = operator === 'count' && selector === expr;
  return {metric, head: `number of ${metric}`, matchers: selector.matchers, isWhole};
}

/** The buckets of a histogram are part of its count. */
function plain(range: MatrixSelector): string {
  const name = range.selector.name?.replace(/_bucket$/, '_count');
  const selector = {...range.selector, ...(name !== undefined && {name}), matchers: []};
  return printPromql({...range, selector});
}

function isEveryBucket({name, operator, value}: Matcher): boolean {
  return name === 'le' && operator === '=' && value === '+Inf';
}

/** `x > 0` keeps a denominator from being 0. */
function withoutGuard(expr: Expr): Expr {
  const inner = unwrap(expr);
  const side = inner.kind === 'binary' ? comparedWithConstant(inner) : undefined;
  return side?.constant === 0 ? side.vector : inner;
}

function isSame(a: Matcher, b: Matcher): boolean {
  return a.name === b.name && a.operator === b.operator && a.value === b.value;
}

const PART =
  /_(?:used|free|avail|available|active|idle|in_use|current|MemFree|MemAvailable)(?:_bytes)?$/;
const WHOLE = /_(?:size|total|max|maximum|limit|capacity|MemTotal)(?:_bytes)?$/;

/** Two gauges of one thing: `pool_active / pool_max`. */
function namedShare({left}: Binary, right: Expr): Share | undefined {
  const [part, whole] = [gaugeIn(left), gaugeIn(right)];
  if (part === undefined || whole === undefined) return undefined;
  const isMemory =
    /^container_memory_(?:working_set|usage|rss)_bytes$/.test(part) &&
    whole === 'container_spec_memory_limit_bytes';
  const isPair =
    PART.test(part) && WHOLE.test(whole) && part.replace(PART, '') === whole.replace(WHOLE, '');
  return isPair || isMemory ? {name: whole, isSoft: true} : undefined;
}

/** A metric as it is, or one of the values that an aggregation keeps. */
function gaugeIn(expr: Expr): string | undefined {
  const inner = unwrap(expr);
  if (inner.kind === 'aggregate') {
    return /^(?:sum|avg|min|max)$/.test(inner.operator) ? gaugeIn(inner.expr) : undefined;
  }
  return inner.kind === 'vectorSelector' ? metricOf(inner) : undefined;
}
