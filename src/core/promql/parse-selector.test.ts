import {describe, expect, it} from 'vitest';
import {read} from './__fixtures__/read';

describe('selectors', () => {
  it.each([
    ['foo{a="b", c!="d",}', 'foo{a="b",c!="d"}'],
    ['{"utf8.name", "a label"=~"x"}', '{"a label"=~"x",__name__="utf8.name"}'],
    ['sum{by="x"}', 'sum{by="x"}'],
    ['offset offset 5m', 'offset offset 5m'],
    ['start @ start()', 'start @ start()'],
    ['foo @ 1609746000 offset -1w', 'foo @ 1609746000.000 offset -1w'],
    ['foo[5m] offset 1h30m', 'foo[5m] offset 1h30m'],
    ['foo[300]', 'foo[5m]'],
    ['foo[1h:] @ end()', 'foo[1h:] @ end()'],
    ['foo[5m] anchored', 'foo[5m] anchored'],
    ['{}', '0-2 vector selector must contain at least one non-empty matcher'],
    ['{a=~".*"}', '0-9 vector selector must contain at least one non-empty matcher'],
    ['foo{__name__="bar"}', '0-19 metric name must not be set twice: "foo" or "bar"'],
    ['foo{a="b" c="d"}', '10-11 unexpected identifier "c" in label matching, expected "," or "}"'],
    ['foo{a}', '5-6 unexpected "}" in label matching, expected label matching operator'],
    ['foo{a=b}', '6-7 unexpected identifier "b" in label matching, expected string'],
    ['foo{a=~"("}', '4-10 error parsing regexp: missing closing ): `(`'],
    ['foo{a="b"', '3-4 unexpected end of input inside braces'],
    ['foo{1="b"}', "4-5 unexpected character inside braces: '1'"],
    ['foo[5m', '3-4 unclosed left bracket'],
    [
      'foo[]',
      '4-5 unexpected "]" in subquery or range selector, expected number, duration, step(), or range()',
    ],
    ['foo[0]', '4-5 duration must be greater than 0'],
    [
      'foo[5m:5m30s-]',
      '13-14 unexpected "]" in subquery selector, expected number, duration, step(), range(), or "]"',
    ],
    ['(foo)[5m]', '5-9 ranges only allowed for vector selectors'],
    ['foo offset 5m [5m]', '14-18 no offset modifiers allowed before range'],
    ['foo @ start() [5m]', '14-18 no @ modifiers allowed before range'],
    [
      'foo offset',
      '10-10 unexpected end of input in offset, expected number, duration, step(), or range()',
    ],
    ['foo @ bar', '6-9 unexpected identifier "bar" in @, expected timestamp'],
    ['foo @ Inf', '0-3 timestamp out of bounds for @ modifier: +Inf'],
    ['foo offset 1m offset 2m', '0-13 offset may not be set multiple times'],
    ['foo[5m][5m:]', '0-12 subquery is only allowed on instant vector, got matrix instead'],
    ['foo[5hs]', '4-7 unknown unit "hs" in duration "5hs"'],
    ['foo[1m1h]', '4-8 not a valid duration string: "1m1h"'],
    ['foo[.5m]', '4-7 not a valid duration string: ".5m"'],
    ['foo[5m+5m]', 'foo[5m + 5m]'],
    [
      'foo[5m * 2 + step():min_of(1m, 30s)] offset -(1h / 2)',
      'foo[5m * 2 + step():min_of(1m, 30s)] offset -(1h / 2)',
    ],
    ['foo offset 5m + 1', 'foo offset 5m + 1'],
    ['foo[range() / 0]', '12-13 division by zero'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes duration expressions before 3.14 only where they are enabled', () => {
    const features = ['promql-duration-expr'] as const;
    expect(read('foo[5m + 5m]', {target: '3.13'})).toBe(
      '4-11 experimental duration expression is not enabled',
    );
    expect(read('foo[5m + 5m]', {target: '3.13', features})).toBe('foo[5m + 5m]');
  });
});
