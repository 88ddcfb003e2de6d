import {expect, it} from 'vitest';
import {commandStep} from '../__fixtures__/steps';
import {policyBreaches} from './policy';
import type {PolicyRule, PolicyScene} from './policy';

const steps = (['read', 'change', 'destroy'] as const).map(effect => ({
  step: commandStep(effect, '', {effect}),
  reason: {kind: 'chosen'} as const,
  consent: 'none' as const,
  cwd: null,
  timeoutMs: null,
}));

const rule: PolicyRule = {context: 'prod-*', effect: 'destroy', require: ['allow', 'terminal']};

function breaches(scene: Partial<PolicyScene>, rules: readonly PolicyRule[] = [rule]) {
  const whole: PolicyScene = {contexts: ['prod-eu'], allowed: 'read', person: 'absent', ...scene};
  return policyBreaches({steps}, rules, whole).map(
    ({demand, steps: lacking}) => `${demand}: ${lacking.map(({name}) => name).join()}`,
  );
}

it('demands what a rule says of the steps with its effect, in the contexts that it names', () => {
  expect([
    breaches({}),
    breaches({allowed: 'change', person: 'present'}),
    breaches({allowed: 'destroy', person: 'present'}),
    breaches({contexts: ['dev', 'my-prod-eu']}),
    breaches({contexts: []}),
  ]).toEqual([['allow: destroy', 'terminal: destroy'], ['allow: destroy'], [], [], []]);
});

it('holds everywhere without a context, and where the context of a command is not known yet', () => {
  const everywhere: PolicyRule = {context: null, effect: 'change', require: ['allow']};
  expect(breaches({contexts: []}, [everywhere])).toEqual(['allow: change,destroy']);
  expect(breaches({contexts: 'all', person: 'present'})).toEqual(['allow: destroy']);
});
