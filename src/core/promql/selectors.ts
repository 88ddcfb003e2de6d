import {walkPromql} from './walk';
import type {Expr, VectorSelector} from './ast';

/** Every selector in the tree, in source order. */
export function selectorsIn(root: Expr): readonly VectorSelector[] {
  const found: VectorSelector[] = [];
  walkPromql(root, expr => {
    if (expr.kind === 'vectorSelector') found.push(expr);
  });
  return found;
}

/** The metric that a selector names, before or inside its braces; undefined for a pattern. */
export function metricOf({name, matchers}: VectorSelector): string | undefined {
  if (name !== undefined) return name;
  return matchers.find(matcher => matcher.name === '__name__' && matcher.operator === '=')?.value;
}
