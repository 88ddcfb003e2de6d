import {describe, expect, it} from 'vitest';
import {parseShell} from '../../shell';
import {findOption, readOptions} from './options';

const curl = {taking: 'moX', takingLong: ['max-time', 'output']};

describe('readOptions', () => {
  it('reads letters alone, together, and with a value in either place', () => {
    expect(shown('-f -sSo out.json -m5 -XPOST http://web')).toEqual([
      'f',
      's',
      'S',
      'o=out.json',
      'm=5',
      'X=POST',
      '| http://web',
    ]);
  });

  it('reads long options with a value in either place', () => {
    expect(shown('--max-time 10 --output=a.json --fail x')).toEqual([
      'max-time=10',
      'output=a.json',
      'fail',
      '| x',
    ]);
  });

  it('takes everything behind two dashes for an operand, and a lone dash', () => {
    expect(shown('- -f -- -m --output')).toEqual(['f', '| -', '| -m', '| --output']);
  });

  it('knows the option but not the value where that is a variable', () => {
    const options = read('-o"$FILE" --max-time="$LIMIT" "$URL"');
    expect(options.options.map(({name, value}) => [name, value])).toEqual([
      ['o', undefined],
      ['max-time', undefined],
    ]);
    expect(options.operands.map(({text}) => text)).toEqual(['"$URL"']);
    expect(options.open).toBe(false);
  });

  it('says that anything may stand in a variable without quotes', () => {
    expect(read('$OPTIONS http://web').open).toBe(true);
    expect(read('$(options) http://web').open).toBe(true);
    expect(read('http://$HOST').open).toBe(false);
  });

  it('reads an option whose value is missing', () => {
    expect(shown('-f -o')).toEqual(['f', 'o']);
    expect(findOption(read('-f -o'), 'output', 'o')?.valueWord).toBeUndefined();
  });
});

function read(args: string) {
  return readOptions(parseShell(`curl ${args}`).commands[0]?.args ?? [], curl);
}

function shown(args: string): readonly string[] {
  const {options, operands} = read(args);
  return [
    ...options.map(({name, value}) => (value === undefined ? name : `${name}=${value}`)),
    ...operands.map(({text}) => `| ${text}`),
  ];
}
