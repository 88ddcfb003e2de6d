import {expect, it} from 'vitest';
import {parsePromql, printPromql, walkPromql} from './index';
import type {Expr} from './index';

function parse(text: string): Expr {
  const {expr} = parsePromql(text);
  if (expr === undefined) throw new Error(`no expression in ${text}`);
  return expr;
}

it('visits children in source order, between enter and leave, with the way from the root', () => {
  const seen: string[] = [];
  walkPromql(parse('topk(2, rate(a[5m])) > (-b)'), {
    enter: (expr, ancestors) => void seen.push(`${ancestors.length} ${printPromql(expr)}`),
    leave: expr => void seen.push(`left ${expr.kind}`),
  });
  expect(seen).toEqual([
    '0 topk(2, rate(a[5m])) > (-b)',
    '1 topk(2, rate(a[5m]))',
    '2 2',
    'left number',
    '2 rate(a[5m])',
    '3 a[5m]',
    '4 a',
    'left vectorSelector',
    'left matrixSelector',
    'left call',
    'left aggregate',
    '1 (-b)',
    '2 -b',
    '3 b',
    'left vectorSelector',
    'left unary',
    'left paren',
    'left binary',
  ]);
});

it('leaves out the children of what is skipped', () => {
  const kinds: string[] = [];
  walkPromql(parse('sum(a) + b'), ({kind}) => {
    kinds.push(kind);
    return kind === 'aggregate' ? 'skip' : undefined;
  });
  expect(kinds).toEqual(['binary', 'aggregate', 'vectorSelector']);
});

it('walks a tree of any depth', () => {
  let count = 0;
  walkPromql(parse(`${'a + '.repeat(30_000)}b`), () => void (count += 1));
  expect(count).toBe(60_001);
});
