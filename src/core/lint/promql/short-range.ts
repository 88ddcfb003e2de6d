import type {Expr, MatrixSelector} from '../../promql';

/** Functions that need two samples at least. */
const NEEDS_TWO = new Set([
  'rate',
  'irate',
  'increase',
  'delta',
  'idelta',
  'deriv',
  'predict_linear',
]);

/** The range of a call that needs several samples, in seconds; undefined where it is calculated. */
export function rangeOf(
  expr: Expr,
): {readonly selector: MatrixSelector; readonly seconds: number; readonly fn: string} | undefined {
  if (expr.kind !== 'call' || !NEEDS_TWO.has(expr.name)) return undefined;
  const selector = expr.args.find(arg => arg.kind === 'matrixSelector');
  if (selector?.kind !== 'matrixSelector' || selector.range.kind !== 'durationLiteral')
    return undefined;
  return {selector, seconds: selector.range.seconds, fn: expr.name};
}
