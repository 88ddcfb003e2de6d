import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parsePromql, promqlInputs, quotePromqlString, substitutePromqlInputs} from './index';

function substitute(text: string, values: Readonly<Record<string, string>>): string {
  const {text: result, errors} = substitutePromqlInputs(text, new Map(Object.entries(values)));
  return errors.length === 0 ? result : errors.map(({message}) => message).join('\n');
}

describe('promqlInputs', () => {
  it('finds references in string literals only', () => {
    const text = 'foo{a="$POD-${NS}",b=\'$x\'} + $y # "$no" \n + `$z`';
    const found = promqlInputs(text).map(({name, start, end}) => [name, text.slice(start, end)]);
    expect(found).toEqual([
      ['POD', '$POD'],
      ['NS', '${NS}'],
      ['x', '$x'],
      ['z', '$z'],
    ]);
  });

  it('leaves the groups of label_replace alone', () => {
    expect(promqlInputs('label_replace(a, "b", "$1-${2}", "c", "(.*)")')).toEqual([]);
  });
});

describe('substitutePromqlInputs', () => {
  it.each([
    ['up{a="$X"}', {X: 'b'}, 'up{a="b"}'],
    ['up{a="$X"}', {X: '"} or vector(1) #\n'}, String.raw`up{a="\"} or vector(1) #\n"}`],
    ["up{a='$X'}", {X: '\'"\\'}, String.raw`up{a='\'"\\'}`],
    ['up{a=`$X`}', {X: '"\\'}, 'up{a=`"\\`}'],
    ['up{a="${X}y$Z"}', {X: '$Z'}, 'up{a="$Zy$Z"}'],
    ['up{a="$X"} + $X', {X: 'b'}, 'up{a="b"} + $X'],
    ['up{a="$X_Y"}', {X: 'b'}, 'up{a="$X_Y"}'],
    [
      'up{a=`$X`}',
      {X: '`'},
      'the value of X has a backquote, which a literal in backquotes cannot hold',
    ],
  ])('puts into %s the values %j', (text, values, expected) => {
    expect(substitute(text, values)).toBe(expected);
  });

  it('keeps any value within its literal', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), value => {
        for (const text of ['up{a="$X"}', "up{a='$X'}"]) {
          const {expr, errors} = parsePromql(substitute(text, {X: value}));
          expect(errors).toEqual([]);
          expect(expr).toMatchObject({
            kind: 'vectorSelector',
            matchers: [{value: wellFormed(value)}],
          });
        }
      }),
      {seed: 3, numRuns: 300},
    );
  });
});

describe('quotePromqlString', () => {
  it('quotes as Go does', () => {
    expect(quotePromqlString('a"\\\n\u0000\u007f\u00a0é\u{1f600}\u{e0001}')).toBe(
      String.raw`"a\"\\\n\x00\x7f\u00a0é😀\U000e0001"`,
    );
  });

  it('is read as the value that went in', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), value => {
        const {expr} = parsePromql(quotePromqlString(value));
        expect(expr).toMatchObject({kind: 'string', value: wellFormed(value)});
      }),
      {seed: 2, numRuns: 300},
    );
  });
});

function wellFormed(value: string): string {
  return value.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
