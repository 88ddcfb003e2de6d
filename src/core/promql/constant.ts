import type {Expr} from './ast';

/** How deep the small questions of this folder look before they give up. */
const MAX_DEPTH = 100;

/** The expression inside all parentheses around it. */
export function unwrap(expr: Expr): Expr {
  let inner = expr;
  while (inner.kind === 'paren') inner = inner.expr;
  return inner;
}

/** The value of an expression of number literals; undefined for any other. */
export function constantOf(expr: Expr, depth = MAX_DEPTH): number | undefined {
  if (depth === 0) return undefined;
  const inner = unwrap(expr);
  if (inner.kind === 'number') return inner.value;
  if (inner.kind === 'unary') {
    const value = constantOf(inner.expr, depth - 1);
    return value === undefined || inner.operator === '+' ? value : -value;
  }
  if (inner.kind !== 'binary') return undefined;
  const left = constantOf(inner.left, depth - 1);
  const right = left === undefined ? undefined : constantOf(inner.right, depth - 1);
  return left === undefined || right === undefined
    ? undefined
    : calculate(inner.operator, left, right);
}

function calculate(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return left ** right;
    default:
      return undefined;
  }
}
