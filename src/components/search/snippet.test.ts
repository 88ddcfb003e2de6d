import {expect, test} from 'vitest';
import {snippetOf, splitMatches} from './snippet';

test('marks the words of a query in any case', () => {
  expect(splitMatches('kubectl Rollout undo', 'rollout UNDO')).toEqual([
    {at: 0, part: 'kubectl ', isMatch: false},
    {at: 8, part: 'Rollout', isMatch: true},
    {at: 15, part: ' ', isMatch: false},
    {at: 16, part: 'undo', isMatch: true},
  ]);
});

test('takes nothing in a query for a pattern', () => {
  expect(splitMatches('a (b) c', '((.*')).toEqual([{at: 0, part: 'a (b) c', isMatch: false}]);
});

test('shows a long text around the first match, from the beginning of a word', () => {
  const text = `${'lorem '.repeat(60)}kubectl logs --previous ${'ipsum '.repeat(60)}`;
  expect(snippetOf(text, '--previous')).toMatch(
    /^… lorem (?:lorem )*kubectl logs --previous ipsum/,
  );
});

test('shows several lines as one', () => {
  expect(snippetOf('kubectl get pods |\n  wc -l', 'wc')).toBe('kubectl get pods | wc -l');
});
