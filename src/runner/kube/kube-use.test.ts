import {expect, it} from 'vitest';
import {commandStep, inputOf} from '../__fixtures__/steps';
import type {PlannedInput} from '../plan';
import {kubeUseOf} from './kube-use';

function use(script: string, inputs: readonly PlannedInput[] = []) {
  const step = commandStep('one', script);
  const planned = {
    step,
    reason: {kind: 'chosen'},
    consent: 'none',
    cwd: '/',
    timeoutMs: null,
  } as const;
  return kubeUseOf({steps: [planned], inputs});
}

it('sees kubectl and its kin, also behind sudo and in a choices command', () => {
  const none = new Set();
  const choices = {input: inputOf('POD', {choices: 'kubectl get pods -o name'}), given: null};
  expect([
    use('echo kubectl'),
    use('sudo -n timeout 5 kubectl get pods'),
    use('helm list | head'),
    use('ssh host kubectl get pods'),
    use('true', [choices]),
  ]).toEqual([
    {used: 'no', named: none},
    {used: 'yes', named: none},
    {used: 'yes', named: none},
    {used: 'no', named: none},
    {used: 'yes', named: none},
  ]);
});

it('gathers the contexts that commands name, and gives up where one is not known yet', () => {
  const given = {input: inputOf('C'), given: {value: 'prod', origin: '--set'}} as const;
  const script =
    'kubectl --context=dev get pods; helm --kube-context "$C" list; kubectl --context x get ns';
  expect(use(script, [given]).named).toEqual(new Set(['dev', 'prod', 'x']));
  expect(use(script).named).toBe('all');
});
