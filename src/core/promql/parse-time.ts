import {printFixed} from './number';
import {parseSigned} from './parse-literal';
import {accept, peek, report, reportNewer, take} from './parser';
import {isBefore} from './version';
import type {At, Duration, Expr, MatrixSelector, Subquery, VectorSelector} from './ast';
import type {Parser} from './parser';

type Selector = VectorSelector | MatrixSelector | Subquery;

const SELECTORS = 'an instant vector selector or range vector selector or a subquery';

/** What follows `@`. Undefined without a report where there is no such thing. */
export function parseAt(parser: Parser): At | undefined {
  const {kind} = peek(parser);
  if (kind !== 'start' && kind !== 'end') {
    const seconds = parseSigned(parser);
    return seconds === undefined ? undefined : {kind: 'timestamp', seconds};
  }
  take(parser);
  if (accept(parser, '(') === undefined || accept(parser, ')') === undefined) return undefined;
  return {kind};
}

export function setAt(parser: Parser, expr: Expr, at: At): Expr | undefined {
  if (at.kind === 'timestamp' && !(Math.abs(at.seconds) < 2 ** 63)) {
    report(parser, expr, `timestamp out of bounds for @ modifier: ${printFixed(at.seconds, 6)}`);
  }
  if (!isSelector(expr)) return report(parser, expr, `@ modifier must be preceded by ${SELECTORS}`);
  if (modifiersOf(expr).at !== undefined) {
    report(parser, expr, '@ <timestamp> may not be set multiple times');
  }
  return modify(parser, expr, {at});
}

export function setOffset(parser: Parser, expr: Expr, offset: Duration): Expr | undefined {
  if (!isSelector(expr)) {
    return report(parser, expr, `offset modifier must be preceded by ${SELECTORS}`);
  }
  if (isZero(offset)) reportNewer(parser, offset, 'an offset of zero');
  const {offset: earlier} = modifiersOf(expr);
  if (earlier !== undefined && !isZero(earlier)) {
    report(parser, expr, 'offset may not be set multiple times');
  }
  return modify(parser, expr, {offset});
}

/** `anchored` and `smoothed` came with 3.7 and have been stable since 3.16. */
export function setEdge(
  parser: Parser,
  expr: Expr,
  edge: 'anchored' | 'smoothed',
): Expr | undefined {
  const {target, features} = parser.options;
  if (isBefore(target, '3.16') && features?.includes('promql-extended-range-selectors') !== true) {
    report(parser, expr, `${edge} modifier is experimental and not enabled`);
  }
  if (expr.kind === 'subquery') {
    return report(parser, expr, `${edge} modifier is not supported for subqueries`);
  }
  if (!isSelector(expr)) return report(parser, expr, `${edge} modifier not implemented`);
  const other = expr.kind === 'matrixSelector' ? expr.selector.edge : expr.edge;
  if (other !== undefined && other !== edge) {
    report(parser, expr, 'anchored and smoothed modifiers cannot be used together');
  }
  return modify(parser, expr, {edge});
}

function isZero(duration: Duration): boolean {
  return duration.kind === 'durationLiteral' && duration.seconds === 0;
}

function isSelector(expr: Expr): expr is Selector {
  return (
    expr.kind === 'vectorSelector' || expr.kind === 'matrixSelector' || expr.kind === 'subquery'
  );
}

function modifiersOf(expr: Selector): VectorSelector | Subquery {
  return expr.kind === 'matrixSelector' ? expr.selector : expr;
}

/** Time modifiers after a range belong to the selector in front of it. */
function modify(
  {end}: Parser,
  expr: Selector,
  change: Partial<Pick<VectorSelector, 'offset' | 'at' | 'edge'>>,
): Selector {
  if (expr.kind !== 'matrixSelector') return {...expr, ...change, end};
  return {...expr, selector: {...expr.selector, ...change}, end};
}
