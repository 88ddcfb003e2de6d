import {describe, expect, it} from 'vitest';
import type {Step} from '../../core';
import {commandStep, manualStep, runbookOf} from '../__fixtures__/steps';
import {selectSteps} from './select-steps';
import type {Selection} from './select-steps';

const PAGE: readonly Step[] = [
  commandStep('look', '', {phase: 'diagnosis'}),
  commandStep('forward', '', {phase: 'diagnosis', excludeFromRunAll: true}),
  commandStep('fetch', '', {phase: 'diagnosis', needs: ['forward']}),
  commandStep('mend', '', {phase: 'resolution', undo: 'unmend'}),
  commandStep('unmend', '', {phase: 'resolution'}),
  manualStep('check', 'Check'),
];

function select(steps: readonly Step[], selection: Partial<Selection> = {}) {
  const selected = selectSteps(runbookOf(steps), {step: null, from: null, only: [], ...selection});
  return {
    steps: selected.steps.map(({step, reason}) =>
      reason.kind === 'needed' ? `${step.name} for ${reason.by}` : step.name,
    ),
    leftOut: selected.leftOut.map(({step, why}) => `${step.name} ${why}`),
    problems: selected.problems,
  };
}

describe('selectSteps', () => {
  it('takes all but the excluded and those that revert another, and what is needed first', () => {
    expect(select(PAGE)).toEqual({
      steps: ['look', 'forward for fetch', 'fetch', 'mend', 'check'],
      leftOut: ['unmend undoes'],
      problems: [],
    });
  });

  it('takes one step by name with what it needs', () => {
    expect(select(PAGE, {step: 'fetch'}).steps).toEqual(['forward for fetch', 'fetch']);
    expect(select(PAGE, {step: 'unmend'}).steps).toEqual(['unmend']);
  });

  it('begins at a step, and runs again what the rest needs', () => {
    expect(select(PAGE, {from: 'fetch'}).steps).toEqual([
      'forward for fetch',
      'fetch',
      'mend',
      'check',
    ]);
  });

  it('takes steps and phases by name, in document order', () => {
    expect(select(PAGE, {only: ['check', 'unmend', 'diagnosis']}).steps).toEqual([
      'look',
      'forward for fetch',
      'fetch',
      'unmend',
      'check',
    ]);
  });

  it('reports names that are no steps', () => {
    expect(select(PAGE, {only: ['lok']}).problems).toEqual([
      {kind: 'unknown-step', name: 'lok', option: '--only'},
    ]);
    expect(select([commandStep('a', '', {needs: ['b']})]).problems).toMatchObject([
      {kind: 'unknown-need', step: {name: 'a'}, name: 'b'},
    ]);
  });

  it('reports circles, the shortest and longer ones', () => {
    expect(select([commandStep('a', '', {needs: ['a']})]).problems).toEqual([
      {kind: 'cycle', names: ['a', 'a']},
    ]);
    const circle = [
      commandStep('start', '', {needs: ['a']}),
      commandStep('a', '', {needs: ['b']}),
      commandStep('b', '', {needs: ['c']}),
      commandStep('c', '', {needs: ['a']}),
    ];
    expect(select(circle).problems).toEqual([{kind: 'cycle', names: ['a', 'b', 'c', 'a']}]);
  });

  it('reports two steps of one name, because either could be meant', () => {
    expect(select([commandStep('a', ''), commandStep('a', '')]).problems).toEqual([
      {kind: 'duplicate-name', name: 'a', lines: [1, 2]},
    ]);
  });

  it('reports a page without a step', () => {
    expect(select([]).problems).toEqual([{kind: 'nothing-chosen'}]);
  });
});
