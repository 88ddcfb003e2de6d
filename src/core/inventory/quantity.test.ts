import {expect, it} from 'vitest';
import {parseQuantity} from './quantity';

it.each([
  ['500m', 0.5],
  ['1', 1],
  ['1Gi', 2 ** 30],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['128974848', 128_974_848],
  ['129e6', 129_000_000],
  ['1E', 1e18],
  ['123k', 123_000],
  ['1GB', undefined],
  ['', undefined],
])('reads %s as %s', (text, expected) => {
  expect(parseQuantity(text)).toBe(expected);
});
