import {expect, it} from 'vitest';
import {boundAsStored} from './bucket-bound';

it.each([
  ['1', '1.0'],
  ['0', '0.0'],
  ['0.5', '0.5'],
  ['0.10', '0.1'],
  ['-2', '-2.0'],
  ['1024', '1024.0'],
  ['250000', '250000.0'],
  ['1000000', '1e+06'],
  ['1.024e+06', '1.024e+06'],
  ['1e6', '1e+06'],
  ['1048576', '1.048576e+06'],
  ['0.0001', '0.0001'],
  ['0.00001', '1e-05'],
  ['+Inf', '+Inf'],
  ['Inf', '+Inf'],
  ['fast', undefined],
  ['', undefined],
])('stores %s as %s', (text, expected) => {
  expect(boundAsStored(text)).toBe(expected);
});
