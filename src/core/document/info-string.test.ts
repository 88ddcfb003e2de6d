import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readInfoString, titleOf} from './info-string';

const entriesOf = (info: string) =>
  readInfoString(info).tag?.entries.map(({key, value}) => [key, value]);

describe('readInfoString', () => {
  it('reads language, tag and what Docusaurus takes', () => {
    const info = 'bash {"name":"check-pods","timeout":"30s"} title="Pods" {2} showLineNumbers';
    expect(readInfoString(info)).toEqual({
      language: 'bash',
      tag: {
        start: 5,
        end: 42,
        text: '{"name":"check-pods","timeout":"30s"}',
        entries: [
          {key: 'name', value: 'check-pods', start: 6, end: 25},
          {key: 'timeout', value: '30s', start: 26, end: 41},
        ],
        flaw: undefined,
      },
      meta: 'title="Pods" {2} showLineNumbers',
    });
  });

  it('reads a tag that stands right behind the language', () => {
    expect(entriesOf('bash{"name":"check-pods"}')).toEqual([['name', 'check-pods']]);
  });

  it('reads numbers and booleans', () => {
    expect(entriesOf('sh { "name": "tail", "background": true, "exit": 0 }')).toEqual([
      ['name', 'tail'],
      ['background', true],
      ['exit', 0],
    ]);
  });

  it('reads the form with equals signs', () => {
    expect(entriesOf("sh { name=check-pods interactive=false title='a b' }")).toEqual([
      ['name', 'check-pods'],
      ['interactive', 'false'],
      ['title', 'a b'],
    ]);
  });

  it('takes lines to highlight for no tag', () => {
    expect(readInfoString('bash {1,3-5}')).toEqual({
      language: 'bash',
      tag: undefined,
      meta: '{1,3-5}',
    });
  });

  it.each([
    ['bash {"name":"a", "b":{"c":1}}', 'text that is no JSON object'],
    ['bash {"name":"a", "b":[1]}', 'a value that is a list or an object'],
    ['bash {"name":"a}b"}', 'a `}` inside a value'],
    ['bash {"name":"a"', 'text that is no JSON object'],
    ['bash {"name":a}', 'text that is no JSON object'],
    ['bash { name=a', 'an object without its closing `}`'],
  ])('says what keeps %s from being one flat object', (info, flaw) => {
    expect(readInfoString(info).tag?.flaw).toBe(flaw);
  });

  it('reads any text without throwing and stays inside it', () => {
    const pieces = fc.constantFrom(
      'bash',
      ' ',
      '{',
      '}',
      '"',
      ':',
      ',',
      'name',
      '=',
      '\\',
      '[',
      '1',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map(list => list.join('')),
        info => {
          const {tag} = readInfoString(info);
          expect(tag?.end ?? 0).toBeLessThanOrEqual(info.length);
        },
      ),
      {seed: 1},
    );
  });
});

describe('titleOf', () => {
  it('finds the title that Docusaurus would show', () => {
    expect(titleOf('{2} title="5xx by endpoint" showLineNumbers')).toBe('5xx by endpoint');
  });

  it('finds none where there is none', () => {
    expect(titleOf('subtitle="x"')).toBeNull();
  });
});
