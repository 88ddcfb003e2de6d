import type {Input, Step} from '../../core';
import type {InputFlaw} from '../inputs';
import type {Choices} from '../inputs';
import type {KubeTarget, PlannedInput, PlannedStep} from '../plan';

/** How a run talks with a person. An abort of the signal ends a question with `stop`. */
export type Ask = {
  readonly input: (question: InputQuestion, signal: AbortSignal) => Promise<InputReply>;
  readonly consent: (
    question: ConsentQuestion,
    signal: AbortSignal,
  ) => Promise<'run' | 'skip' | 'stop'>;
  readonly manual: (step: Step, signal: AbortSignal) => Promise<ManualReply>;
};

export type InputQuestion = {
  readonly input: Input;
  readonly choices: Choices;
  /** What a person answered the last time, where it may still fit; Enter takes it. */
  readonly remembered?: string;
  /** What is wrong with the last answer; null at the first attempt. */
  readonly flaw: InputFlaw | null;
};

export type InputReply =
  | {readonly kind: 'value'; readonly value: string}
  | {readonly kind: 'skip'}
  | {readonly kind: 'stop'};

export type ManualReply = {
  readonly answer: 'done' | 'skip' | 'stop';
  /** What the person has to say about it. */
  readonly note: string | null;
};

export type ConsentQuestion = {
  readonly planned: PlannedStep;
  /** The inputs that the step uses, with their values; those of secrets are masked. */
  readonly inputs: readonly PlannedInput[];
  /** Where its kube commands act. */
  readonly kube: KubeTarget | null;
};
