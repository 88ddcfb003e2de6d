import {RE2JS} from 're2js';
import type {Input} from '../../core';
import * as inputs from '../../core/inputs';
import type {InputFlaw} from '../../core/inputs';

export type {InputFlaw};

/** Undefined if the value fits the type of the input. */
export function validateInput(input: Input, value: string): InputFlaw | undefined {
  return inputs.validateInput(input, value, {isRegex: isRe2});
}

function isRe2(value: string): boolean {
  try {
    RE2JS.compile(value);
    return true;
  } catch {
    return false;
  }
}
