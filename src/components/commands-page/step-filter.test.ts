import {expect, test} from 'vitest';
import {isEmptyFilter, passes, readFilter, writeFilter} from './step-filter';

test('a filter is the same after it was in an address', () => {
  const filter = {tool: 'kubectl', effect: 'change', alert: 'A & B'};
  expect(writeFilter(filter)).toBe('?tool=kubectl&effect=change&alert=A+%26+B');
  expect(readFilter(writeFilter(filter))).toEqual(filter);
});

test('what an address says beside the filter, and what it leaves empty, is left out', () => {
  expect(readFilter('?tool=&utm=x&metric=up&__proto__=y')).toEqual({metric: 'up'});
  expect(isEmptyFilter(readFilter('?tool='))).toBe(true);
  expect(writeFilter({})).toBe('');
});

test('a row passes where it has all that is asked for', () => {
  const row = {
    kind: 'query',
    title: 'Targets',
    effect: 'read',
    text: 'up',
    tools: ['promql'],
    metrics: ['up'],
    runbook: 'targets',
    page: 'Targets',
    alerts: ['Down'],
    to: '/targets/#up',
  } as const;
  expect(passes(row, {metric: 'up', alert: 'Down', effect: 'read'})).toBe(true);
  expect(passes(row, {metric: 'up', tool: 'kubectl'})).toBe(false);
  expect(passes(row, {})).toBe(true);
});
