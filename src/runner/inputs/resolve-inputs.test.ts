import {expect, it} from 'vitest';
import {commandStep, inputOf} from '../__fixtures__/steps';
import {resolveInputs} from './resolve-inputs';

const steps = [commandStep('use', '', {inputs: ['A', 'B', 'C', 'D', 'E']})];

it('prefers --set to the environment file, that to the environment, and that to the default; what is set and empty gives nothing', () => {
  const declared = ['A', 'B', 'C', 'D', 'E', 'UNUSED'].map(name =>
    inputOf(name, {default: name === 'D' ? null : 'default'}),
  );
  const {inputs, problems} = resolveInputs(declared, {
    steps,
    set: new Map([['A', '']]),
    envFile: new Map([
      ['A', 'file'],
      ['B', ''],
      ['E', 'file'],
    ]),
    env: {A: 'env', B: 'env', C: '', E: 'env'},
  });
  expect(problems).toEqual([]);
  expect(inputs.map(({input, given}) => [input.name, given])).toEqual([
    ['A', {value: '', origin: '--set'}],
    ['B', {value: 'env', origin: 'environment'}],
    ['C', {value: 'default', origin: 'default'}],
    ['D', null],
    ['E', {value: 'file', origin: '--env-file'}],
  ]);
});

it('reports a value that does not fit with its origin', () => {
  const {problems} = resolveInputs([inputOf('A', {type: 'int'})], {
    steps,
    set: new Map(),
    env: {A: 'x'},
  });
  expect(problems.map(({given, flaw}) => [given.origin, flaw.expected])).toEqual([
    ['environment', 'a whole number'],
  ]);
});
