import {expect, it} from 'vitest';
import {judge, parseExpectation} from './expectation';

function passes(expect: string, values: readonly number[]): boolean | undefined {
  const expectation = parseExpectation(expect);
  const samples = values.map(value => ({labels: {}, text: String(value), value}));
  return expectation && judge(expectation, samples).passed;
}

it('compares every sample, and fails where there is none', () => {
  expect(passes('< 0.05', [0.01, 0.04])).toBe(true);
  expect(passes('< 0.05', [0.01, 0.06])).toBe(false);
  expect(passes('< 0.05', [])).toBe(false);
  expect(passes('>=1', [1, Infinity])).toBe(true);
  expect(passes('!= 0', [0])).toBe(false);
  expect(passes('== 1e3', [1000])).toBe(true);
});

it('lets NaN satisfy nothing', () => {
  expect(['< 1', '> 1', '!= 1', '== 1'].map(text => passes(text, [NaN]))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('knows empty and any', () => {
  expect([passes('empty', []), passes('empty', [0])]).toEqual([true, false]);
  expect([passes('any', [0]), passes('any', [])]).toEqual([true, false]);
});

it('names the sample that is not as expected', () => {
  const samples = [1, 3].map(value => ({labels: {}, text: String(value), value}));
  expect(judge({kind: 'compare', operator: '<', limit: 2}, samples)).toEqual({
    passed: false,
    culprit: samples[1],
  });
});

it('reads nothing else', () => {
  expect(['', '<', '0.05', '=> 1', '< x', '< 1 2'].map(parseExpectation)).toEqual(
    Array.from({length: 6}, () => undefined),
  );
});
