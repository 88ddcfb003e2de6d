import type {Input, Step} from '../../core';
import type {Ask} from '../ask';
import {inChoiceOrder, offerChoices, recalled, rememberChoices, validateInput} from '../inputs';
import type {InputFlaw} from '../inputs';
import {MASK} from '../redact';
import {environmentOf} from './run-context';
import type {RunContext} from './run-context';

/**
 * Asks for the inputs of a step that have no value yet: only now, because what the steps before
 * have shown may be what the person needs to answer.
 */
export async function askInputs(
  step: Step,
  {
    context,
    ask,
    signal,
  }: {readonly context: RunContext; readonly ask: Ask; readonly signal: AbortSignal},
): Promise<'given' | 'skip' | 'stop'> {
  const declared = context.plan.inputs.map(({input}) => input);
  const missing = inChoiceOrder(step.inputs, declared).filter(
    ({name}) => !context.values.has(name),
  );
  for (const input of missing) {
    const reply = await askInput(input, {step, context, ask, signal});
    if (reply !== 'given') return reply;
  }
  return 'given';
}

async function askInput(
  input: Input,
  {
    step,
    context,
    ask,
    signal,
  }: {
    readonly step: Step;
    readonly context: RunContext;
    readonly ask: Ask;
    readonly signal: AbortSignal;
  },
): Promise<'given' | 'skip' | 'stop'> {
  const {spawn, cwd, emit, values} = context;
  const env = environmentOf({inputs: []}, context);
  const key = JSON.stringify([input.type, input.values, input.choices, [...values]]);
  const choices = await rememberChoices({run: values, key, now: context.now}, () =>
    offerChoices(input, {spawn, cwd, env, signal}),
  );
  const question = {kind: 'input', name: input.name} as const;
  const remembered = recalled(context.memory, input, choices);
  let flaw: InputFlaw | null = null;
  for (;;) {
    const reply = await ask.input(
      {input, choices, flaw, ...(remembered !== undefined && {remembered})},
      signal,
    );
    if (reply.kind !== 'value') {
      await emit({kind: 'asked', step, question, answer: reply.kind});
      return reply.kind;
    }
    flaw = validateInput(input, reply.value) ?? null;
    if (flaw !== null) continue;
    values.set(input.name, {value: reply.value, origin: 'asked'});
    if (input.type !== 'secret') context.memory?.keep(input.name, reply.value);
    const answer = input.type === 'secret' ? MASK : reply.value;
    await emit({kind: 'asked', step, question, answer});
    return 'given';
  }
}
