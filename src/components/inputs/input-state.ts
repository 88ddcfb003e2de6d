import type {Input} from '../../core';
import {validateInput} from '../../core/inputs';
import type {Filling, InputFlaw} from '../../core/inputs';

export type Origin = 'link' | 'tab' | 'default' | 'none';

/** What somebody gave to an input. */
export type Given = {readonly text: string; readonly origin: 'link' | 'tab'};

export type InputState = {
  readonly input: Input;
  readonly text: string;
  readonly origin: Origin;
  /** Why the text does not fit; undefined if it does, or if there is none. */
  readonly flaw: InputFlaw | undefined;
};

export type RegexCheck = (value: string) => boolean;

export function stateOf(input: Input, given: Given | undefined, isRegex: RegexCheck): InputState {
  const fallback = input.default === null ? 'none' : 'default';
  const {text, origin} = given ?? {text: input.default ?? '', origin: fallback};
  // Secrets are not typed into a page, whatever front matter has as their default.
  if (text === '' || input.type === 'secret') {
    return {input, text: '', origin: 'none', flaw: undefined};
  }
  return {input, text, origin, flaw: validateInput(input, text, {isRegex})};
}

export function fillingOf({input, text, flaw}: InputState): Filling {
  return {value: text === '' || flaw !== undefined ? null : text, help: input.description};
}

/** The values of a link that the page may take: of declared inputs, and fitting ones. */
export function acceptedValues(
  values: ReadonlyMap<string, string>,
  inputs: readonly Input[],
  isRegex: RegexCheck,
): ReadonlyMap<string, Given> {
  const accepted = inputs.flatMap(input => {
    const text = values.get(input.name);
    if (text === undefined || text === '' || input.type === 'secret') return [];
    if (validateInput(input, text, {isRegex}) !== undefined) return [];
    return [[input.name, {text, origin: 'link'}] as const];
  });
  return new Map(accepted);
}
