import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Document, Scalar} from 'yaml';
import {readYaml} from './read-yaml';
import {mapOffset, mapSpan, textPlaceOf} from './text-place';
import {scalarOf} from './yaml-tree';

function place(source: string) {
  const [document] = readYaml({path: 'rules.yml', source}).documents;
  const scalar = scalarOf(document, 'expr');
  if (!scalar) throw new Error('The fixture has no expr');
  return {text: scalar.text, place: textPlaceOf(scalar)};
}

/** What stands in the file where `part` stands in the text. */
function inFile(source: string, part: string): string {
  const {text, place: at} = place(source);
  const start = text.indexOf(part);
  const span = mapSpan(at, {start, end: start + part.length});
  return source.slice(span.start, span.end);
}

describe('mapSpan', () => {
  it.each([
    ['plain', 'a: 1\nexpr: sum(rate(up[5m])) > 0\n'],
    ['plain over two lines', 'expr: sum(rate(foo[5m]))\n  / sum(rate(up[5m]))\nb: 1\n'],
    ['single quoted', "expr: 'up{a=\"it''s\"} / sum(rate(up[5m]))'\n"],
    ['double quoted', 'expr: "up{a=\\"\\u00e9\\\\d\\"} / sum(rate(up[5m]))"\n'],
    ['double quoted over two lines', 'expr: "foo \\\n  + bar\n\n  / sum(rate(up[5m]))"\n'],
    ['literal', 'expr: |\n  foo\n    / sum(rate(up[5m]))\nb: 1\n'],
    ['literal with CRLF', 'expr: |-\r\n  foo\r\n    / sum(rate(up[5m]))\r\nb: 1\r\n'],
    ['literal at the end of the file', 'expr: |2+ # comment\n    foo\n  sum(rate(up[5m]))'],
    ['folded', 'expr: >-\n  foo\n  /\n\n    sum(rate(up[5m]))\nb: 1\n'],
    ['anchored and tagged', 'expr: !!str &e sum(rate(up[5m]))\n'],
    ['after a byte order mark', '\uFEFFexpr: sum(rate(up[5m]))\n'],
  ])('finds a part of a text that is %s', (_, source) => {
    expect(inFile(source, 'rate(up[5m])')).toBe('rate(up[5m])');
  });

  it('points at the escape that a character was written as', () => {
    expect(inFile('expr: "a\\u00e9b"', 'é')).toBe('\\');
    expect(inFile("expr: 'it''s'", "'s")).toBe("''s");
  });

  it('takes the whole text when its characters cannot be told apart', () => {
    const at = {start: 6, end: 20, offsets: undefined};
    expect(mapSpan(at, {start: 2, end: 3})).toEqual({start: 6, end: 20});
    expect(mapOffset(at, 2)).toBe(6);
  });

  it('puts the end of the text behind its last character', () => {
    const {text, place: at} = place('expr: "up"\nb: 1\n');
    expect(mapOffset(at, text.length)).toBe(9);
    expect(mapSpan(at, {start: 2, end: 2})).toEqual({start: 9, end: 9});
  });

  it('maps every visible character to itself or to its escape, in every style', () => {
    const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'];
    const characters = [...'abé"\'\\{}[]#:|>-% \t\n\u00a0', '😀'];
    const text = fc.string({unit: fc.constantFrom(...characters), minLength: 1, maxLength: 120});
    fc.assert(
      fc.property(text, fc.constantFrom(...styles), (written, style) => {
        const scalar = new Scalar(written);
        scalar.type = style as Scalar.Type;
        const source = new Document({other: 1, expr: scalar}).toString({lineWidth: 30});
        const {text: read, place: at} = place(source);
        for (let index = 0; index < read.length; index += 1) {
          if (/\s/.test(read.charAt(index))) continue;
          const found = source.charAt(mapOffset(at, index));
          expect([read.charAt(index), '\\'], `${index} of ${source}`).toContain(found);
        }
      }),
      {numRuns: 400, seed: 7},
    );
  });
});
