import type {Input} from '../../core';
import type {Choices} from './choices';
import {validateInput} from './validate-input';

/** The answers of a person to the inputs of one runbook in one kube context, over many runs. */
export type Memory = {
  readonly recall: (input: string) => string | undefined;
  readonly keep: (input: string, value: string) => void;
};

/** The last answer, unless it is secret, does not fit any more, or is none of what there is now. */
export function recalled(
  memory: Memory | undefined,
  input: Input,
  {values}: Pick<Choices, 'values'>,
): string | undefined {
  if (input.type === 'secret') return undefined;
  const value = memory?.recall(input.name);
  if (value === undefined || validateInput(input, value) !== undefined) return undefined;
  return values.length === 0 || values.includes(value) ? value : undefined;
}
