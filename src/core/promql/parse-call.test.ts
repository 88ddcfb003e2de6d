import {describe, expect, it} from 'vitest';
import {read} from './__fixtures__/read';

describe('calls', () => {
  it.each([
    ['sum(foo) by (a, b)', 'sum by (a, b) (foo)'],
    ['sum by () (foo)', 'sum(foo)'],
    ['sum without () (foo)', 'sum without () (foo)'],
    ['sum by ("a b", without_x, "without") (foo)', 'sum by ("a b", without_x, "without") (foo)'],
    ['topk(5, foo)', 'topk(5, foo)'],
    ['count_values("v", foo)', 'count_values("v", foo)'],
    ['count_values(5, foo)', '13-14 expected type string in aggregation parameter, got scalar'],
    [
      'topk(foo)',
      '0-9 wrong number of arguments for aggregate expression provided, expected 2, got 1',
    ],
    ['sum()', '0-5 no arguments for aggregate expression provided'],
    ['sum(1)', '4-5 expected type instant vector in aggregation expression, got scalar'],
    ['sum foo', '4-7 unexpected identifier "foo"'],
    ['sum by a (foo)', '7-8 unexpected identifier "a" in grouping opts, expected "("'],
    ['sum by (without) (foo)', '8-15 unexpected <without> in grouping opts, expected label'],
    ['sum by ("") (foo)', '8-10 invalid label name for grouping: ""'],
    ['sum(foo bar)', '8-11 unexpected identifier "bar" in aggregation'],
    ['rate(foo bar)', '9-12 unexpected identifier "bar"'],
    ['sum(rate(foo[5m])', '3-4 unclosed left parenthesis'],
    ['foo)', "3-4 unexpected right parenthesis ')'"],
    ['rate(foo)', '5-8 expected type range vector in call to function "rate", got instant vector'],
    ['rate(foo[5m],)', '12-13 trailing commas not allowed in function call args'],
    ['foo(1)', '0-3 unknown function with name "foo"'],
    ['rate(foo(x))', '5-8 unknown function with name "foo"'],
    ['round()', '0-7 expected at least 1 argument(s) in call to "round", got 0'],
    ['round(a, 1, 2)', '0-14 expected at most 2 argument(s) in call to "round", got 3'],
    ['clamp(a, 1)', '0-11 expected 3 argument(s) in call to "clamp", got 2'],
    ['label_join(a, "b", ",")', 'label_join(a, "b", ",")'],
    ['hour()', 'hour()'],
    ['histogram_fraction(0, 1, a)', 'histogram_fraction(0, 1, a)'],
    ['info(a)', '0-4 function "info" is not enabled'],
    [
      'limitk(1, a)',
      '0-12 limitk() is experimental and must be enabled with --enable-feature=promql-experimental-functions',
    ],
    ['constructor(a)', '0-11 unknown function with name "constructor"'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes experimental functions where they are enabled', () => {
    const features = ['promql-experimental-functions'] as const;
    expect(read('info(a, {env=~".*"})', {features})).toBe('info(a, {env=~".*"})');
    expect(read('info(a, b{env="x"})', {features})).toBe(
      '8-18 expected label selectors only, got vector selector instead',
    );
    expect(read('sort_by_label(a, "x", "y")', {features})).toBe('sort_by_label(a, "x", "y")');
    expect(read('a + step()', {features})).toBe('a + step()');
  });

  it('reports every type error of an expression', () => {
    expect(read('rate(foo) + sum(1) + label_join(a, 1, "x")')).toBe(
      [
        '5-8 expected type range vector in call to function "rate", got instant vector',
        '16-17 expected type instant vector in aggregation expression, got scalar',
        '35-36 expected type string in call to function "label_join", got scalar',
      ].join('\n'),
    );
  });
});
