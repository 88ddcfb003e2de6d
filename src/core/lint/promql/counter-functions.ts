import {unwrap} from '../../promql';
import type {Aggregate, Expr} from '../../promql';

/** They see a drop as a restart of the counter. */
export const COUNTER_FUNCTIONS: ReadonlySet<string> = new Set(['rate', 'irate', 'increase']);

/** `sum by (pod)`, as it would stand in front of the parenthesis. */
export function aggregateHead({operator, grouping}: Aggregate): string {
  if (grouping === undefined) return operator;
  return `${operator} ${grouping.kind} (${grouping.labels.map(({name}) => name).join(', ')})`;
}

const ARITHMETIC = new Set(['+', '-', '*', '/']);

/** The expressions whose values add up to those of `expr`, through arithmetic with what is no vector. */
export function termsOf(expr: Expr): readonly Expr[] {
  const terms: Expr[] = [];
  const pending = [expr];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const inner = unwrap(next);
    if (inner.kind === 'binary' && ARITHMETIC.has(inner.operator)) {
      pending.push(inner.right, inner.left);
    } else if (inner.kind === 'unary') pending.push(inner.expr);
    else terms.push(inner);
  }
  return terms;
}
