import {printable} from '../../core';
import {formatDuration} from '../duration';
import type {ChoicesFailure} from '../inputs';

/** The values with the keys that pick them. */
export function choiceLines(values: readonly string[]): readonly string[] {
  const keys = values.map((_, index) => keyOf(values, index));
  const width = Math.max(0, ...keys.map(key => key.length));
  const rows = values.map((value, index) => `${keys[index]?.padStart(width)}  ${printable(value)}`);
  return values.length === 0 ? [] : [...rows, 'Pick one by its key, or type a value.'];
}

/** What the person means by the typed text: a value as it stands, else the one with that key. */
export function pickChoice(values: readonly string[], typed: string): string {
  if (values.includes(typed)) return typed;
  return values.find((_, index) => keyOf(values, index) === typed) ?? typed;
}

/** Where values are numbers, `#2` keeps the second value apart from the value 2. */
function keyOf(values: readonly string[], index: number): string {
  const isNumeric = values.some(value => /^-?\d+$/.test(value));
  return isNumeric ? `#${index + 1}` : String(index + 1);
}

/** Says why there is nothing to pick from. */
export function unavailableWords(failure: ChoicesFailure): string {
  switch (failure.kind) {
    case 'not-read':
      return `(no choices: the command that lists them has effect \`${failure.effect}\`, so it is not run)`;
    case 'failed':
      return `(no choices: ${printable(failure.reason)})`;
    case 'timeout':
      return `(no choices: nothing came within ${formatDuration(failure.afterMs)})`;
    case 'empty':
      return '(no choices: the command that lists them printed nothing)';
  }
}
