import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {splitPromql} from './index';

function parts(text: string): readonly string[] {
  return splitPromql(text).map(({text: part, start, end}) => {
    expect(text.slice(start, end)).toBe(part);
    return part;
  });
}

describe('splitPromql', () => {
  it.each<[behaviour: string, text: string, expected: readonly string[]]>([
    ['finds nothing in nothing', '  \n# only a note\n', []],
    ['leaves a single expression whole', '\nup == 0 # down\n', ['up == 0']],
    ['splits at blank lines', 'up\n\nrate(a[5m])\n', ['up', 'rate(a[5m])']],
    ['splits at comments', '# errors\nup\n# rate\nrate(a[5m])', ['up', 'rate(a[5m])']],
    [
      'splits between lines that are complete',
      'up\nrate(a[5m])\n(b)',
      ['up', 'rate(a[5m])', '(b)'],
    ],
    ['splits before braces that start a selector', 'up\n\n{a="b"}', ['up', '{a="b"}']],
    ['goes on in brackets', 'sum(\n\n  # note\n  a\n)\nb', ['sum(\n\n  # note\n  a\n)', 'b']],
    ['goes on after an operator', 'a /\n\n# note\nb', ['a /\n\n# note\nb']],
    ['goes on before an operator', 'a\n\n/ b\nand\nc', ['a\n\n/ b\nand\nc']],
    [
      'goes on after matching',
      'a / on (x)\n  group_left (y)\nb',
      ['a / on (x)\n  group_left (y)\nb'],
    ],
    ['goes on after a bare group_left', 'a * on (x) group_left\nb', ['a * on (x) group_left\nb']],
    ['goes on before grouping', 'sum(a)\nby (x)\n> 5', ['sum(a)\nby (x)\n> 5']],
    ['goes on after grouping', 'sum by (x)\n(a)', ['sum by (x)\n(a)']],
    ['goes on from a function to its arguments', 'rate\n(a[5m])', ['rate\n(a[5m])']],
    ['goes on before modifiers', 'a\n[5m]\noffset\n1m\n@ end()', ['a\n[5m]\noffset\n1m\n@ end()']],
    ['goes on from a name to its braces', 'up\n{a="b"}', ['up\n{a="b"}']],
    ['does not look into strings', 'a{b=`\n\n`}\n"(("', ['a{b=`\n\n`}', '"(("']],
    ['takes operators for metrics where an operand is due', 'a + or\nb', ['a + or', 'b']],
    [
      'stops at a line where brackets never close',
      'sum(a\n\nb)]\n\nsum(c\nup',
      ['sum(a\n\nb)]', 'sum(c', 'up'],
    ],
    ['keeps together what is on one line', 'error rate 5xx\nup', ['error rate 5xx', 'up']],
    ['reads Windows line ends', 'up\r\n\r\na /\r\nb\r\n', ['up', 'a /\r\nb']],
  ])('%s', (_, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('loses nothing but space and comments', () => {
    const pieces = [
      'a',
      'sum',
      '(',
      ')',
      '{',
      '}',
      '\n',
      '\n\n',
      ' + ',
      ' and ',
      '"x"',
      '#c\n',
      '$',
      '5m',
      '[',
      ']',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), words => {
        const text = words.join('');
        expect(squeeze(parts(text).join('\n'))).toBe(squeeze(text));
      }),
      {seed: 4, numRuns: 400},
    );
  });
});

function squeeze(text: string): string {
  return text.replaceAll(/#[^\n]*|\s/g, '');
}
