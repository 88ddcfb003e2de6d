import {PassThrough} from 'node:stream';
import {describe, expect, it} from 'vitest';
import {commandStep, inputOf} from '../__fixtures__/steps';
import type {PlannedStep} from '../plan';
import {terminalAsk} from './terminal-ask';

function person(typed: string) {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => raw.push(on),
  });
  stdin.write(typed);
  let said = '';
  const talk = new PassThrough().on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return {ask: terminalAsk({stdin, talk}), raw, stdin, said: () => said};
}

function planned(consent: 'ask' | 'type'): PlannedStep {
  return {
    step: commandStep('drop', 'rm "$X"', {effect: consent === 'ask' ? 'change' : 'destroy'}),
    reason: {kind: 'chosen'},
    consent,
    cwd: '/work',
    timeoutMs: null,
  };
}

const {signal} = new AbortController();
const none = {values: [], unavailable: null};

function question(values: readonly string[] = []) {
  return {input: inputOf('X'), choices: {...none, values}, flaw: null};
}

describe('a question for an input', () => {
  it('takes a typed value, a key of the list, or a value of the list', async () => {
    const {ask} = person('free\n2\na\n');
    const values = ['a', 'b'];
    expect([
      await ask.input(question(values), signal),
      await ask.input(question(values), signal),
      await ask.input(question(values), signal),
    ]).toEqual([
      {kind: 'value', value: 'free'},
      {kind: 'value', value: 'b'},
      {kind: 'value', value: 'a'},
    ]);
  });

  it('keeps the key of a list of numbers apart from the numbers', async () => {
    const {ask} = person('2\n#2\n');
    const values = ['41', '40'];
    expect([
      await ask.input(question(values), signal),
      await ask.input(question(values), signal),
    ]).toEqual([
      {kind: 'value', value: '2'},
      {kind: 'value', value: '40'},
    ]);
  });

  it('lets the person skip, go back or stop', async () => {
    const {ask} = person('\ns\n\nb\nx\n\n\n');
    expect([
      await ask.input(question(), signal),
      await ask.input(question(), signal),
      await ask.input(question(), signal),
    ]).toEqual([{kind: 'skip'}, {kind: 'value', value: 'x'}, {kind: 'stop'}]);
  });

  it('reads a secret without an echo, with corrections', async () => {
    const {ask, raw, said} = person('s3x\u007Fcret\r');
    const secret = {...question(), input: inputOf('TOKEN', {type: 'secret'})};
    expect(await ask.input(secret, signal)).toEqual({kind: 'value', value: 's3cret'});
    expect(raw).toEqual([true, false]);
    expect(said()).not.toContain('s3');
  });

  it('stops at Ctrl-C in a secret, at the end of the input, and when the run ends', async () => {
    const secret = {...question(), input: inputOf('TOKEN', {type: 'secret'})};
    expect(await person('s3\u0003').ask.input(secret, signal)).toEqual({kind: 'stop'});
    const ended = person('');
    ended.stdin.end();
    expect(await ended.ask.input(question(), signal)).toEqual({kind: 'stop'});
    const controller = new AbortController();
    const reply = person('').ask.input(question(), controller.signal);
    controller.abort();
    expect(await reply).toEqual({kind: 'stop'});
  });
});

describe('a question for consent', () => {
  const inputs = [{input: inputOf('X'), given: {value: 'a\u001B[2J', origin: '--set' as const}}];

  it('shows the script, the folder and the values, on lines that stay put', async () => {
    const {ask, said} = person('y\n');
    expect(await ask.consent({planned: planned('ask'), inputs, kube: null}, signal)).toBe('run');
    expect(said()).toMatchInlineSnapshot(`
      "  This changes something (effect \`change\`). It runs in /work:
          rm "$X"
        with X = a␛[2J  (--set)
        Run it? [y = yes, s = skip it, N = stop here] "
    `);
  });

  it('wants the name of the step before a destroy', async () => {
    const {ask} = person('y\nDrop\n\n');
    const destroy = {planned: planned('type'), inputs, kube: null};
    expect(await ask.consent(destroy, signal)).toBe('run');
    expect(await ask.consent(destroy, signal)).toBe('stop');
  });
});

it('takes a note beside the answer to a manual step', async () => {
  const {ask} = person('what\nd  dashboard is green\ns\n');
  const step = commandStep('look', '');
  expect([await ask.manual(step, signal), await ask.manual(step, signal)]).toEqual([
    {answer: 'done', note: 'dashboard is green'},
    {answer: 'skip', note: null},
  ]);
});
