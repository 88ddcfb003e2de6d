import {describe, expect, it} from 'vitest';
import {generate} from './__fixtures__/generate';
import {seeded} from '../../../scripts/random';
import {formatPromql, parsePromql, printPromql, walkPromql} from './index';
import type {Expr} from './index';

const random = seeded(42);
const valid = Array.from({length: 600}, () => parsePromql(generate(random)))
  .filter(({errors}) => errors.length === 0)
  .flatMap(({expr}) => expr ?? []);

function shape(root: Expr): readonly string[] {
  const kinds: string[] = [];
  walkPromql(
    root,
    (expr, ancestors) => void kinds.push(`${ancestors.length} ${expr.kind} ${expr.type}`),
  );
  return kinds;
}

function reread(text: string): Expr {
  const {expr, errors} = parsePromql(text);
  expect(errors).toEqual([]);
  if (expr === undefined) throw new Error(`no expression in ${text}`);
  return expr;
}

describe('a generated expression', () => {
  it('is printed so that it reads as the same tree', () => {
    expect(valid.length).toBeGreaterThan(200);
    for (const expr of valid) {
      const again = reread(printPromql(expr));
      expect(shape(again)).toEqual(shape(expr));
      expect(printPromql(again)).toBe(printPromql(expr));
    }
  });

  it('is laid out so that it reads as the same tree, however narrow', () => {
    for (const expr of valid) {
      expect(printPromql(reread(formatPromql(expr, {width: 10})))).toBe(printPromql(expr));
    }
  });

  it('has the place of every part', () => {
    const text = ' sum by (a) (rate(foo{a="é"}[5m] offset 1m)) ^ -(b > bool "x") ';
    const parts: string[] = [];
    walkPromql(
      parsePromql(text).expr ?? reread('x'),
      ({start, end}) => void parts.push(text.slice(start, end)),
    );
    expect(parts).toEqual([
      'sum by (a) (rate(foo{a="é"}[5m] offset 1m)) ^ -(b > bool "x")',
      'sum by (a) (rate(foo{a="é"}[5m] offset 1m))',
      'rate(foo{a="é"}[5m] offset 1m)',
      'foo{a="é"}[5m] offset 1m',
      'foo{a="é"}',
      '-(b > bool "x")',
      '(b > bool "x")',
      'b > bool "x"',
      'b',
      '"x"',
    ]);
  });
});
