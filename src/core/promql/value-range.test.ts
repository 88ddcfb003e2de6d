import {describe, expect, it} from 'vitest';
import {parsePromql} from './parse';
import {isNeverTrue} from './value-range';

describe('isNeverTrue', () => {
  it.each([
    'count(a) == 0',
    'count(a) < 1',
    '1 > count(a)',
    '(count(a)) <= 0',
    'count by (x) (a) < 1',
    'sum(a == 0) > 0',
    'sum(a > 0) <= 0',
    'max(a > 5) < 5',
    'min(a >= 5) < 5',
    'group(a) != 1',
    'absent(a) == 0',
    'count_over_time(a[5m]) == 0',
    'hour() > 23',
    'rate(a[5m]) < 0',
    'a > 5 < 3',
    'max_over_time((a < 1)[5m:]) > 1',
    '(a > 1 or b > 2) < 1',
  ])('tells of %s', text => {
    expect(isNeverTrueOf(text)).toBe(true);
  });

  it.each([
    'count(a) == 1',
    'count(a) > 0',
    'count(a) == bool 0',
    'count(a) - 1 == 0',
    '(count(a) or vector(0)) == 0',
    'sum(a) == 0',
    'sum(a == 0) == 0',
    'sum(a == bool 0) > 0',
    'sum(a) < 0',
    'avg(a > 5) < 6',
    'min(a >= 5) <= 5',
    'absent(a == 1)',
    'absent(a) == 1',
    'delta(a[5m]) < 0',
    'hour() == 23',
    'vector(0) > 1',
    'a > Inf',
    'a == NaN',
    'quantile(2, a > 5) < 5',
    'rate(a[5m]) == 0',
  ])('is silent about %s', text => {
    expect(isNeverTrueOf(text)).toBe(false);
  });
});

function isNeverTrueOf(text: string): boolean | undefined {
  const {expr} = parsePromql(text);
  return expr?.kind === 'binary' ? isNeverTrue(expr) : expr && false;
}
