import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {read} from './__fixtures__/read';
import {REAL_EXPRESSIONS} from './__fixtures__/real-expressions';
import {parsePromql, printPromql} from './index';

describe('a target version', () => {
  it.each([
    ['holt_winters(foo[5m], 0.5, 0.5)', '2.42', 'holt_winters(foo[5m], 0.5, 0.5)'],
    ['holt_winters(foo[5m], 0.5, 0.5)', '3.0', '0-12 unknown function with name "holt_winters"'],
    ['first_over_time(foo[5m])', '3.10', '0-15 function "first_over_time" is not enabled'],
    ['foo[300]', '2.53', '4-7 a number as a duration needs Prometheus 2.54, the target is 2.53'],
    ['{"a.b"}', 'v2.55.1', '1-6 a quoted name needs Prometheus 3.0, the target is v2.55.1'],
    ['limitk(1, a)', '2.42', '0-6 unknown function with name "limitk"'],
  ])('reads %s for %s', (text, target, expected) => {
    expect(read(text, {target})).toBe(expected);
  });
});

describe('any text', () => {
  it.each([
    ['', '0-0 no expression found in input'],
    ['# note', '0-0 no expression found in input'],
    ['a # note\n+ b', 'a + b'],
    ['$ up', "0-1 unexpected character: '$'"],
    ['up\u00a0', String.raw`2-3 unexpected character: '\u00a0'`],
    ['"é" + 1', '0-3 binary expression must contain only scalar and instant vector types'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['(', '-', 'sum(', 'abs(', 'a ^ ', 'a + (', 'foo[', 'foo[(', '{', '-(', 'a[1m:1m'])(
    'ends with a complaint about a hundred thousand times %s',
    unit => {
      expect(parsePromql(unit.repeat(100_000)).errors).toHaveLength(1);
    },
  );

  it('parses, checks and prints a sum of twenty thousand terms', () => {
    const text = `${'a + '.repeat(20_000)}"s"`;
    const {expr, errors} = parsePromql(text);
    expect(errors.map(({start, end}) => text.slice(start, end))).toEqual(['"s"']);
    expect(expr === undefined ? '' : printPromql(expr)).toBe(text);
  });

  it('ends with a complaint about a duration of twenty thousand terms', () => {
    const {errors} = parsePromql(`a[${'1m + '.repeat(20_000)}1m]`);
    expect(errors.map(({message}) => message)).toEqual([
      'expression is nested more than 256 levels deep',
    ]);
  });

  it('takes a call of a hundred thousand arguments', () => {
    const {errors} = parsePromql(`label_join(${'a, '.repeat(100_000)}b)`);
    expect(errors).toHaveLength(100_000);
  });

  it('never throws, and places every complaint within the text', () => {
    const pieces = REAL_EXPRESSIONS.flatMap(text => text.split(/\b/));
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({unit: 'binary'})));
    fc.assert(
      fc.property(soup, parts => {
        const text = parts.join('');
        for (const {start, end} of parsePromql(text).errors) {
          expect([start >= 0, start <= end, end <= text.length]).toEqual([true, true, true]);
        }
      }),
      {seed: 1, numRuns: 400},
    );
  });

  it('reads what it prints as the same', () => {
    for (const text of REAL_EXPRESSIONS) {
      const printed = read(text);
      expect(read(printed)).toBe(printed);
    }
  });
});
