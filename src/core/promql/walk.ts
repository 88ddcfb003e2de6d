import type {Expr} from './ast';

export type PromqlVisitor = {
  /** Return `'skip'` to leave the children out. `ancestors` start at the root; do not keep them. */
  readonly enter?: (expr: Expr, ancestors: readonly Expr[]) => 'skip' | void;
  readonly leave?: (expr: Expr, ancestors: readonly Expr[]) => void;
};

/** Visits the tree depth first, children in source order, however deep it is. */
export function walkPromql(
  root: Expr,
  visitor: PromqlVisitor | NonNullable<PromqlVisitor['enter']>,
): void {
  const {enter, leave}: PromqlVisitor = typeof visitor === 'function' ? {enter: visitor} : visitor;
  const ancestors: Expr[] = [];
  const pending: {readonly expr: Expr; readonly leaving: boolean}[] = [
    {expr: root, leaving: false},
  ];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const {expr, leaving} = step;
    if (leaving) {
      ancestors.pop();
      leave?.(expr, ancestors);
      continue;
    }
    const skipped = enter?.(expr, ancestors) === 'skip';
    ancestors.push(expr);
    pending.push({expr, leaving: true});
    if (skipped) continue;
    for (const child of childrenOf(expr).toReversed()) pending.push({expr: child, leaving: false});
  }
}

/** The expressions directly inside, in source order. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'aggregate':
      return expr.param === undefined ? [expr.expr] : [expr.param, expr.expr];
    case 'binary':
      return [expr.left, expr.right];
    case 'call':
      return expr.args;
    case 'matrixSelector':
      return [expr.selector];
    case 'paren':
    case 'subquery':
    case 'unary':
      return [expr.expr];
    default:
      return [];
  }
}
