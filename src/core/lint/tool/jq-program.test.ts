import {describe, expect, it} from 'vitest';
import {parseShell} from '../../shell';
import {jqProgram} from './jq-program';

describe('jqProgram', () => {
  it.each([
    ["jq '.a'", '.a', []],
    ["jq -r '.a' pods.json", '.a', []],
    ["jq '.a' -rc --arg x 1 pods.json", '.a', ['x']],
    ['jq -n --arg x "$X" --argjson y 1 --slurpfile z f.json \'$x\'', '$x', ['x', 'y', 'z']],
    ["jq --indent 2 --tab -S -- '-1'", '-1', []],
    ["jq '.a' --args one two", '.a', []],
    ['jq .', '.', []],
  ])('finds the program and the variables of %s', (script, text, variables) => {
    const {args = []} = parseShell(script).commands[0] ?? {};
    const program = jqProgram(args);
    expect({text: program?.word.value, variables: program?.variables}).toEqual({text, variables});
  });

  it.each([
    'jq',
    'jq -f report.jq pods.json',
    'jq -nrf report.jq',
    "jq -L lib '.a'",
    "jq --new-option '.a'",
    "jq $FLAGS '.a'",
    "jq '.a' $FLAGS",
    'jq --arg "$NAME" 1 \'.a\'',
  ])('does not know the program of %s', script => {
    const {args = []} = parseShell(script).commands[0] ?? {};
    expect(jqProgram(args)).toBeUndefined();
  });
});
