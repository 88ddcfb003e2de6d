import {expect, it} from 'vitest';
import {inputOf} from '../__fixtures__/steps';
import {rememberChoices} from './choice-cache';
import {choiceCycle, inChoiceOrder} from './choice-needs';

const pod = inputOf('POD', {choices: 'kubectl -n "$NS" get pods --context "${CONTEXT}"'});
const namespace = inputOf('NS', {choices: 'kubectl get ns --context "$CONTEXT"'});
const context = inputOf('CONTEXT');

it('asks for an input after those that its choices need', () => {
  const declared = [pod, namespace, context, inputOf('OTHER')];
  expect(inChoiceOrder(['POD'], declared)).toEqual([context, namespace, pod]);
  expect(choiceCycle(declared)).toBeUndefined();
});

it('finds choices that need each other', () => {
  const loop = {...context, choices: 'echo "$POD"'};
  expect(choiceCycle([pod, namespace, loop])).toEqual(['POD', 'NS', 'CONTEXT', 'POD']);
});

it('keeps choices for 30 seconds in a run, but for those of a command that failed', async () => {
  let [time, calls] = [0, 0];
  const ask = (run: object, unavailable: {kind: 'empty'} | null = null) =>
    rememberChoices({run, key: 'a', now: () => time}, async () => {
      calls += 1;
      return {values: [String(calls)], unavailable};
    });
  const [one, two] = [{}, {}];
  const seen = [await ask(one), await ask(one), await ask(two, {kind: 'empty'}), await ask(two)];
  time = 30_000;
  expect([...seen, await ask(one)].map(({values}) => values[0])).toEqual(['1', '1', '2', '3', '4']);
});
