import {describe, expect, it} from 'vitest';
import {matchesLabels, parseLabelSelector} from './label-selector';
import {selectorAt} from './selector-at';

describe('parseLabelSelector', () => {
  it('reads every form that kubectl takes', () => {
    const text = 'app=web,tier==front, env!=dev,zone in (a, b),size notin (xl),example.org/on,!old';
    expect(parseLabelSelector(text)).toEqual([
      {kind: 'in', label: 'app', values: ['web']},
      {kind: 'in', label: 'tier', values: ['front']},
      {kind: 'not-in', label: 'env', values: ['dev']},
      {kind: 'in', label: 'zone', values: ['a', 'b']},
      {kind: 'not-in', label: 'size', values: ['xl']},
      {kind: 'exists', label: 'example.org/on'},
      {kind: 'absent', label: 'old'},
    ]);
  });

  it.each(['app=$APP', 'app=web,', 'app in web', '=web', 'a b'])('refuses `%s`', text => {
    expect(parseLabelSelector(text)).toBeUndefined();
  });
});

it('matches an object without the label for != and notin', () => {
  const selector = parseLabelSelector('env!=dev,size notin (xl)') ?? [];
  expect([{}, {env: 'dev'}, {env: 'prod', size: 's'}].map(l => matchesLabels(selector, l))).toEqual(
    [true, false, true],
  );
});

it('reads the selectors of manifests', () => {
  const expressions = [
    {key: 'tier', operator: 'In', values: ['front']},
    {key: 'old', operator: 'DoesNotExist'},
  ];
  expect(selectorAt({matchLabels: {app: 'web'}, matchExpressions: expressions})).toEqual([
    {kind: 'in', label: 'app', values: ['web']},
    {kind: 'in', label: 'tier', values: ['front']},
    {kind: 'absent', label: 'old'},
  ]);
  expect(selectorAt({app: 'web'})).toEqual([{kind: 'in', label: 'app', values: ['web']}]);
  expect(selectorAt(undefined)).toEqual([]);
});
