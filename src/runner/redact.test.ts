import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {MASK, redactStream, redactText} from './redact';

function through(secrets: readonly string[], chunks: readonly Uint8Array[]): string {
  const {push, end} = redactStream(secrets);
  return Buffer.concat([...chunks.map(push), end()]).toString();
}

function cut(text: string, places: readonly number[]): readonly Uint8Array[] {
  const bytes = Buffer.from(text);
  const borders = [0, ...places.map(place => place % (bytes.length + 1)), bytes.length];
  const sorted = borders.toSorted((a, b) => a - b);
  return sorted.slice(1).map((border, index) => bytes.subarray(sorted[index], border));
}

describe('redactStream', () => {
  it('masks a secret that lies across chunks', () => {
    expect(
      through(
        ['s3cr3t'],
        ['a s3', 'cr', '3t b'].map(text => Buffer.from(text)),
      ),
    ).toBe(`a ${MASK} b`);
  });

  it('lets a prompt through at once, and holds back only what may be a secret', () => {
    const {push, end} = redactStream(['s3cr3t']);
    expect(Buffer.from(push(Buffer.from('name? '))).toString()).toBe('name? ');
    expect(Buffer.from(push(Buffer.from('as s3'))).toString()).toBe('as ');
    expect(Buffer.from(end()).toString()).toBe('s3');
  });

  it('masks the longer of two secrets of which one begins the other', () => {
    expect(through(['abc', 'abcdef'], [Buffer.from('abc'), Buffer.from('def abcd')])).toBe(
      `${MASK} ${MASK}d`,
    );
  });

  it('changes no byte of what is no secret', () => {
    const bytes = new Uint8Array([0xff, 0x00, 0xc3, 0x28]);
    expect([...redactStream(['x']).push(bytes)]).toEqual([...bytes]);
  });

  it('gives the same however the output is cut', () => {
    const text = fc.string({unit: fc.constantFrom('a', 'b', 'é', '.', '\n'), maxLength: 40});
    const secret = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '.'),
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        text,
        fc.array(secret, {maxLength: 3}),
        fc.array(fc.nat(80), {maxLength: 6}),
        (output, secrets, places) => {
          const whole = through(secrets, [Buffer.from(output)]);
          expect(through(secrets, cut(output, places))).toBe(whole);
          for (const secret of secrets) expect(whole).not.toContain(secret);
        },
      ),
      {numRuns: 500, seed: 7},
    );
  });
});

describe('redactText', () => {
  it('masks every secret, and takes none for a pattern', () => {
    expect(redactText('a.c abc $& a.c', ['a.c', '$&', ''])).toBe(`${MASK} abc ${MASK} ${MASK}`);
  });
});
