import {expect, it} from 'vitest';
import {bars, sparkline} from './bar';

function barsOf(values: readonly (number | null)[], drawing: 'blocks' | 'ascii' = 'blocks') {
  const samples = values.map(value => ({labels: {}, text: String(value), value}));
  return bars(samples, {width: 4, drawing});
}

it('draws a bar a sample, in eighths of a cell', () => {
  expect(barsOf([4, 2, 0.5, 0.001, 0])).toEqual(['████', '██', '▌', '▏', '']);
  expect(barsOf([-4, -1])).toEqual(['████', '█']);
  expect(barsOf([4, 2, 0.001, 0], 'ascii')).toEqual(['####', '##', '#', '']);
});

it('draws nothing for what is no finite number', () => {
  expect(barsOf([4, Number.NaN, Infinity, null, 2])).toEqual(['████', '', '', '', '██']);
});

it('draws none where they would not help', () => {
  expect([[1], [-1, 1], [2, 2], [0, 0], [NaN, 1], []].map(values => barsOf(values))).toEqual(
    Array.from({length: 6}, () => null),
  );
});

it('draws the course of values, the latest that there is room for', () => {
  expect(sparkline([0, 7, 3, null, NaN, 1], {width: 9, drawing: 'blocks'})).toBe('▁█▄  ▂');
  expect(sparkline([9, 0, 4], {width: 2, drawing: 'ascii'})).toBe('_^');
  expect(sparkline([2, 2], {width: 9, drawing: 'blocks'})).toBe('▁▁');
});
