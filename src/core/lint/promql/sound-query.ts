import {inferLabels, walkPromql} from '../../promql';
import type {Expr, LabelSet} from '../../promql';
import type {QueryNode, Range} from '../node';

/** Visits the expressions of a query that Prometheus takes; one that it refuses has no meaning yet. */
export function visitQuery(
  {expr, errors}: QueryNode,
  visit: (expr: Expr, ancestors: readonly Expr[]) => void,
): void {
  if (expr !== undefined && errors.length === 0) walkPromql(expr, (...args) => visit(...args));
}

export function textOf({text}: QueryNode, {start, end}: Range): string {
  return text.slice(start, end);
}

/** Whether an edit at a place in the query is one in the file: elsewhere escapes may stand between. */
export function isEditable({origin}: QueryNode): boolean {
  return origin === 'step' || origin === 'block';
}

export function isFilled({filled}: QueryNode, {start, end}: Range): boolean {
  return filled.some(range => range.start < end && start < range.end);
}

/** Several rules ask about the labels of one query. */
const inferred = new WeakMap<Expr, (expr: Expr) => LabelSet>();

export function labelsIn(root: Expr): (expr: Expr) => LabelSet {
  const known = inferred.get(root);
  if (known !== undefined) return known;
  const labels = inferLabels(root);
  inferred.set(root, labels);
  return labels;
}
