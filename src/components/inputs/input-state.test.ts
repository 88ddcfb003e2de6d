import {expect, test} from 'vitest';
import type {Input} from '../../core';
import {acceptedValues, fillingOf, stateOf} from './input-state';

const isRegex = () => true;

test('a given value counts before the default, and an emptied field is no value', () => {
  const input = inputOf('int', {default: '3'});
  expect(stateOf(input, undefined, isRegex)).toMatchObject({text: '3', origin: 'default'});
  expect(stateOf(input, {text: '4', origin: 'link'}, isRegex)).toMatchObject({
    text: '4',
    origin: 'link',
  });
  const emptied = stateOf(input, {text: '', origin: 'tab'}, isRegex);
  expect(emptied).toMatchObject({text: '', origin: 'none', flaw: undefined});
  expect(fillingOf(emptied)).toEqual({value: null, help: 'What it is'});
});

test('a value that does not fit fills nothing in', () => {
  const state = stateOf(inputOf('int'), {text: '3; rm', origin: 'tab'}, isRegex);
  expect(state.flaw?.expected).toBe('a whole number');
  expect(fillingOf(state).value).toBe(null);
});

test('a secret takes neither a value nor a default', () => {
  const secret = inputOf('secret', {default: 's3cr3t'});
  expect(stateOf(secret, {text: 'x', origin: 'tab'}, isRegex).text).toBe('');
  expect(acceptedValues(new Map([['A', 'x']]), [secret], isRegex)).toEqual(new Map());
});

test('a link gives declared inputs what fits them', () => {
  const values = new Map([
    ['A', '41'],
    ['B', 'x'],
  ]);
  expect(acceptedValues(values, [inputOf('int')], isRegex)).toEqual(
    new Map([['A', {text: '41', origin: 'link'}]]),
  );
  expect(acceptedValues(new Map([['A', 'x']]), [inputOf('int')], isRegex)).toEqual(new Map());
});

function inputOf(type: Input['type'], more: Partial<Input> = {}): Input {
  return {
    name: 'A',
    description: 'What it is',
    type,
    example: null,
    default: null,
    values: [],
    choices: null,
    ...more,
  };
}
