import {expect, it} from 'vitest';
import {parseEnvFile} from './env-file';

it('reads names and values as dotenv files have them, and expands nothing', () => {
  const file = parseEnvFile(
    [
      '# a comment',
      '',
      'PLAIN=a b#c # comment',
      'export EXPORTED = x',
      'EMPTY=',
      'NOTHING= # comment',
      `SINGLE='a $HOME \\n' # comment`,
      'DOUBLE="a\\n\\"b\\" \\$c \\d',
      'e"',
      'URL=https://example.org/?a=b&c=$D\r',
      'LAST=1',
    ].join('\n'),
  );
  expect(file.kind === 'values' && Object.fromEntries(file.values)).toEqual({
    PLAIN: 'a b#c',
    EXPORTED: 'x',
    EMPTY: '',
    NOTHING: '',
    SINGLE: 'a $HOME \\n',
    DOUBLE: 'a\n"b" $c \\d\ne',
    URL: 'https://example.org/?a=b&c=$D',
    LAST: '1',
  });
});

it('names the line of the first mistake', () => {
  const mistakeIn = (text: string) => {
    const file = parseEnvFile(text);
    return file.kind === 'mistake' ? `${file.line}: ${file.expected}` : 'none';
  };
  expect([
    mistakeIn('A=1\n\nnonsense\n'),
    mistakeIn('A="open\nB=1'),
    mistakeIn(`A='x'y`),
    mistakeIn(`A=x'y'`),
    mistakeIn('A="1\n2"\n1A=2'),
    mistakeIn('A=1\nA=2'),
  ]).toEqual([
    '3: NAME=VALUE',
    '1: a closing `"`',
    '1: nothing after the value',
    '1: quotes around it',
    '3: NAME=VALUE',
    '2: `A` once',
  ]);
});
