import {expect, test} from 'vitest';
import {readFragment, withoutValues} from './fragment';

test('reads an anchor and values together', () => {
  expect(readFragment('#describe-pod&v.POD_NAME=web-1&v.NOTE=a+b%26c%0A')).toEqual({
    anchor: 'describe-pod',
    values: new Map([
      ['POD_NAME', 'web-1'],
      ['NOTE', 'a b&c\n'],
    ]),
  });
});

test('reads values alone, and an anchor alone', () => {
  expect(readFragment('#v.A=')).toEqual({anchor: '', values: new Map([['A', '']])});
  expect(readFragment('#v.1-step')).toEqual({anchor: 'v.1-step', values: new Map()});
  expect(readFragment('')).toEqual({anchor: '', values: new Map()});
});

test('takes what is broken as it stands', () => {
  expect(readFragment('#v.A=100%&v.B=%zz&v.C=<img onerror=1>&v.%41=x')).toEqual({
    anchor: 'v.%41=x',
    values: new Map([
      ['A', '100%'],
      ['B', '%zz'],
      ['C', '<img onerror=1>'],
    ]),
  });
});

test('drops the values of some inputs and keeps the rest', () => {
  expect(withoutValues('#step&v.A=1&v.B=2', new Set(['A']))).toBe('#step&v.B=2');
  expect(withoutValues('#v.A=1', new Set(['A']))).toBe('');
});
