import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {maskTokens, maskTokensIn} from './mask-tokens';

function through(...chunks: readonly (string | Uint8Array)[]): string {
  const {push, end} = maskTokens('••');
  return Buffer.concat([...chunks.map(chunk => push(Buffer.from(chunk))), end()]).toString();
}

/** Put together here, so that no scanner takes this file for a leak. */
const KEY_LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7';
const TOKENS: readonly (readonly [string, string])[] = [
  [`AK${'IA'}Q7LZ4TNW2RHB5KXD`, '••'],
  [`gh${'p_'}9fK2mXq7RtLw4ZcVb8NsYd3HjPgTe6UaQoIi`, '••'],
  [`gl${'pat-'}x7Kp2mQv9RtLw4ZcVb8N`, '••'],
  [`xo${'xb-'}739164820517-aB3dE5gH7jK9`, '••'],
  [`ey${'J'}hbGciOiJIUzI1.eyJzdWIiOiJvcHMtMjAy.dozjgNryP4J3jVmNHl0w5N_XgL0n`, '••'],
  [`Bearer ${'x7Kp2mQv9RtLw4ZcVb8N'}`, 'Bearer ••'],
  [`Authorization: Basic ${'bWU6c2VjcmV0'}==`, 'Authorization: Basic ••'],
  [`https://me:${'s3cret'}@host/path`, 'https://me:••@host/path'],
  [
    `aws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz'}`,
    'aws_secret_access_key = ••',
  ],
  [
    `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${KEY_LINE}\n${KEY_LINE}\nabc=\n-----END RSA KEY-----`,
    '••-----END RSA KEY-----',
  ],
];

describe('maskTokens', () => {
  it.each(TOKENS)('masks %s', (token, masked) => {
    expect(through(`a ${token} b`)).toBe(`a ${masked} b`);
    expect(through(token)).toBe(masked);
    expect(maskTokensIn(`a ${token}`, '••')).toBe(`a ${masked}`);
  });

  it.each(TOKENS)('masks %s wherever it is cut', (token, masked) => {
    const text = `a ${token}; b`;
    for (let place = 0; place <= text.length; place++) {
      expect(through(text.slice(0, place), text.slice(place))).toBe(`a ${masked}; b`);
    }
    expect(through(...text)).toBe(`a ${masked}; b`);
  });

  it('lets prompts through at once', () => {
    const prompts = [
      'Password:',
      'Password: ',
      'Go on? [y/N] ',
      '$ ',
      'Name',
      'see https://a.b:80/c',
    ];
    const shown = prompts.map(prompt => Buffer.from(maskTokens('••').push(Buffer.from(prompt))));
    expect(shown.map(String)).toEqual(prompts);
  });

  it('holds back no more of a long word than it must', () => {
    const {push} = maskTokens('••');
    const start = push(Buffer.from(`eyJ${'a'.repeat(8000)}`)).length;
    expect([start, push(Buffer.from('a'.repeat(8000))).length]).toEqual([0, 16003]);
  });

  it('masks a token of any length to its end', () => {
    const long = Array.from({length: 50}, () => `${'aB3'.repeat(500)}`);
    expect(through(`a gh${'p_'}`, ...long, ' b')).toBe('a •• b');
    expect(through(`a gh${'p_'}${long.join('')}`, long.join(''), ' b')).toBe('a •• b');
  });

  it('gives the same however the output is cut, and changes nothing else', () => {
    const piece = fc.oneof(
      fc.constantFrom(...TOKENS.map(([token]) => token)),
      fc.constantFrom(
        ' ',
        '\n',
        ':',
        '/',
        '-',
        'e',
        'ey',
        '://',
        'Bearer ',
        '-----BEGIN ',
        '@',
        '.',
      ),
      fc.string({maxLength: 4}),
    );
    fc.assert(
      fc.property(
        fc.array(piece, {maxLength: 6}),
        fc.array(fc.nat(400), {maxLength: 5}),
        (pieces, places) => {
          const bytes = Buffer.from(pieces.join(''));
          const borders = [0, ...places.map(place => place % (bytes.length + 1)), bytes.length];
          const sorted = borders.toSorted((a, b) => a - b);
          const chunks = sorted.slice(1).map((border, at) => bytes.subarray(sorted[at], border));
          expect(through(...chunks)).toBe(through(bytes));
        },
      ),
      {numRuns: 1000, seed: 7},
    );
  });

  it('passes any bytes on unharmed', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({maxLength: 20}), {maxLength: 5}), chunks => {
        const {push, end} = maskTokens('••');
        expect(Buffer.concat([...chunks.map(push), end()])).toEqual(Buffer.concat(chunks));
      }),
      {numRuns: 300, seed: 7},
    );
  });
});
