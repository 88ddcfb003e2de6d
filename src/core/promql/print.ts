import {
  aggregateHead,
  binaryOperator,
  printDurationExpr,
  timeSuffix,
  selectorText,
} from './print-parts';
import {printDuration} from './duration';
import {quotePromqlString} from './go-quote';
import {printNumber} from './number';
import type {Expr} from './ast';

/** A part of the text, or an expression whose text goes there. */
export type Piece = string | Expr;

/** The expression on one line, in the canonical form of Prometheus. */
export function printPromql(root: Expr): string {
  const pending: Piece[] = [root];
  const parts: string[] = [];
  for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
    if (typeof piece === 'string') parts.push(piece);
    else for (const inner of piecesOf(piece).toReversed()) pending.push(inner);
  }
  return parts.join('');
}

export function piecesOf(expr: Expr): readonly Piece[] {
  switch (expr.kind) {
    case 'aggregate':
      return [`${aggregateHead(expr)}(`, ...separate([expr.param, expr.expr]), ')'];
    case 'binary':
      return [expr.left, ` ${binaryOperator(expr)} `, expr.right];
    case 'call':
      return [`${expr.name}(`, ...separate(expr.args), ')'];
    case 'matrixSelector':
      return [matrixText(expr)];
    case 'number':
      return [expr.duration ? printDuration(expr.value) : printNumber(expr.value)];
    case 'paren':
      return ['(', expr.expr, ')'];
    case 'string':
      return [quotePromqlString(expr.value)];
    case 'subquery':
      return [expr.expr, subquerySuffix(expr)];
    case 'unary':
      return [expr.operator, expr.expr];
    case 'vectorSelector':
      return [`${selectorText(expr)}${edgeSuffix(expr)}${timeSuffix(expr)}`];
  }
}

type Of<Kind extends Expr['kind']> = Extract<Expr, {kind: Kind}>;

export function subquerySuffix(subquery: Of<'subquery'>): string {
  const {range, step} = subquery;
  const resolution = step === undefined ? '' : printDurationExpr(step);
  return `[${printDurationExpr(range)}:${resolution}]${timeSuffix(subquery)}`;
}

function matrixText({selector, range}: Of<'matrixSelector'>): string {
  const suffix = `${edgeSuffix(selector)}${timeSuffix(selector)}`;
  return `${selectorText(selector)}[${printDurationExpr(range)}]${suffix}`;
}

function edgeSuffix({edge}: Of<'vectorSelector'>): string {
  return edge === undefined ? '' : ` ${edge}`;
}

function separate(exprs: readonly (Expr | undefined)[]): readonly Piece[] {
  return exprs.flatMap(expr => (expr === undefined ? [] : [', ', expr])).slice(1);
}
