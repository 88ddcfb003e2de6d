import {expect, it} from 'vitest';
import {commandStep, inputOf, runbookOf} from '../__fixtures__/steps';
import {nextCommand} from './next-command';

const [first, second] = [commandStep('first', ''), commandStep('second', '')] as const;
const inputs = [
  {input: inputOf('NAME'), given: null},
  {input: inputOf('TOKEN', {type: 'secret'}), given: null},
];
const scene = {
  plan: {
    runbook: runbookOf([first, second]),
    steps: [],
    leftOut: [],
    inputs,
    unattended: false,
    kube: null,
  },
  notBegun: [second],
  answers: new Map([
    ['NAME', "it's"],
    ['TOKEN', '••••'],
  ]),
};

it('goes on as the run was called, with the values that were typed, but for secrets', () => {
  const commands = (['step', 'only', 'rest'] as const).map(selection =>
    nextCommand(first, {...scene, invocation: {target: 'page', selection, options: ['--yes']}}),
  );
  expect(commands).toEqual([
    String.raw`runbook run page#first --set 'NAME=it'\''s' --yes`,
    String.raw`runbook run page --only first,second --set 'NAME=it'\''s' --yes`,
    String.raw`runbook run page --from first --set 'NAME=it'\''s' --yes`,
  ]);
});
