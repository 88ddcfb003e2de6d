import {expect, test, vi} from 'vitest';
import {reviewState} from './review-state';

vi.mock('@docusaurus/Translate', () => ({
  translate: ({message}: {message: string}, values: Record<string, string> = {}) =>
    message.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
}));

test.each([
  [{reviewed: null, due: '2026-06-30'}, '2026-07-01', 'overdue since 2026-06-30', true],
  [{reviewed: null, due: '2026-06-30'}, '2026-06-30', 'due 2026-06-30', false],
  [{reviewed: null, due: '2026-06-30'}, undefined, 'due 2026-06-30', false],
  [{reviewed: '2026-01-31', due: null}, '2027-01-01', 'on 2026-01-31', false],
  [{reviewed: null, due: null}, '2027-01-01', 'no date set', false],
])('a review of %j is on %s: %s', (facts, today, words, isOverdue) => {
  expect(reviewState(facts, today)).toEqual({words, isOverdue});
});
