import {describe, expect, it} from 'vitest';
import {read} from './__fixtures__/read';
import {parsePromql, printPromql} from './index';

describe('operators', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a ^ b ^ c', '(a ^ (b ^ c))'],
    ['-1 ^ 2', '(-(1 ^ 2))'],
    ['-a * b', '((-a) * b)'],
    ['a ^ -b ^ c', '(a ^ (-(b ^ c)))'],
    ['2 ^ -1 * 3', '((2 ^ -1) * 3)'],
    ['a or b and c', '(a or (b and c))'],
    ['a unless b and c', '((a unless b) and c)'],
    ['a == b + c', '(a == (b + c))'],
    ['a atan2 b * c', '((a atan2 b) * c)'],
    ['a < b </ c', '((a < b) </ c)'],
    ['-a[5m:] offset 1m', '(-a[5m:] offset 1m)'],
    ['a + b offset 5m', '(a + b offset 5m)'],
  ])('binds %s as %s', (text, expected) => {
    expect(grouped(text)).toBe(expected);
  });

  it.each([
    ['a + on (x) group_left (y) b', 'a + on (x) group_left (y) b'],
    ['a / ignoring(x,) group_right b', 'a / ignoring (x) group_right () b'],
    ['a > bool 5', 'a > bool 5'],
    ['1 > bool 2', '1 > bool 2'],
    ['1 > 2', '2-3 comparisons between scalars must use BOOL modifier'],
    ['a + bool b', '2-8 bool modifier can only be used on comparison operators'],
    ['a and 1', '0-7 set operator "and" not allowed in binary scalar expression'],
    ['a and on (x) group_left b', '0-25 no grouping allowed for "and" operation'],
    ['1 + on (x) b', '0-12 vector matching only allowed between instant vectors'],
    ['a + on (x) group_left (x) b', '2-25 label "x" must not occur in ON and GROUP clause at once'],
    ['a + "s"', '4-7 binary expression must contain only scalar and instant vector types'],
    ['a + group_left b', '4-14 unexpected <group_left>'],
    ['a + on x', '7-8 unexpected identifier "x" in grouping opts, expected "("'],
    ['a =~ b', "2-4 unexpected character after '=': '~'"],
    ['a !~ b', "2-4 unexpected character after '!': '~'"],
    [
      '-"s"',
      '0-4 unary expression only allowed on expressions of type scalar or instant vector, got "string"',
    ],
    ['a + fill(0) b', '4-8 binop fill modifiers are experimental and not enabled'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes fill modifiers where they are enabled', () => {
    const features = ['promql-binop-fill-modifiers'] as const;
    expect(read('a + on (x) fill_left(1) fill_right(-2) b', {features})).toBe(
      'a + on (x) fill_left (1) fill_right (-2) b',
    );
    expect(read('fill + fill(0) fill', {features})).toBe('fill + fill (0) fill');
  });
});

/** Parentheses around every operation, to show what binds to what. */
function grouped(text: string): string {
  const {expr} = parsePromql(text);
  const show = (node: typeof expr): string => {
    if (node?.kind === 'binary') return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    if (node?.kind === 'unary') return `(${node.operator}${show(node.expr)})`;
    return node === undefined ? 'nothing' : printPromql(node);
  };
  return show(expr);
}
