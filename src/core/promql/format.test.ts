import {describe, expect, it} from 'vitest';
import {formatPromql, parsePromql} from './index';

function format(text: string, width?: number): string {
  const {expr} = parsePromql(text);
  return expr === undefined ? 'nothing' : formatPromql(expr, {width});
}

describe('formatPromql', () => {
  it('keeps on one line what fits', () => {
    expect(format('sum( rate(foo[5m]) )by(job) > 5')).toBe('sum by (job) (rate(foo[5m])) > 5');
  });

  it('breaks what is too long at operators, calls and parentheses', () => {
    expect(
      format(
        '(sum by (job) (rate(errors[5m])) / on (job) group_left () histogram_quantile(0.95, foo))[1h:5m] offset 1d',
        40,
      ),
    ).toMatchInlineSnapshot(`
      "(
          sum by (job) (rate(errors[5m]))
        / on (job) group_left ()
          histogram_quantile(0.95, foo)
      )[1h:5m] offset 1d"
    `);
    expect(format('topk without (a) (5, histogram_quantile(0.95, sum(foo)))', 30))
      .toMatchInlineSnapshot(`
      "topk without (a) (
        5,
        histogram_quantile(
          0.95,
          sum(foo)
        )
      )"
    `);
    expect(format('-rate(foo{a="b",c="d"}[5m])', 10)).toMatchInlineSnapshot(`
      "-rate(
        foo{a="b",c="d"}[5m]
      )"
    `);
  });

  it('is read as the same expression', () => {
    const text = 'a * on (x) group_left (y) (sum by (z) (rate(b[5m])) > bool 5) or vector(0)';
    expect(format(format(text, 10), 1000)).toBe(text);
  });

  it('lays out a sum of thousands of terms', () => {
    const lines = format(`${'a + '.repeat(5000)}b`).split('\n');
    expect(lines).toHaveLength(9953);
    expect(Math.max(...lines.map(line => line.length))).toBeLessThan(200);
  });
});
