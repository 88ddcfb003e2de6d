import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {terminalText} from './terminal-text';

function through(...pieces: readonly (string | Uint8Array)[]): string {
  const {push, end} = terminalText();
  return pieces.map(piece => push(Buffer.from(piece))).join('') + end();
}

const ESC = '\u001B';

describe('terminalText', () => {
  it('leaves text, line ends, tabs and colours', () => {
    const text = `a\té\n${ESC}[1;31mred${ESC}[38;5;8mgrey${ESC}[4:3;38:2::1:2:3mx${ESC}[0m 日本 👩‍🚒`;
    expect(through(text.replace('\u200D', ''))).toBe(text.replace('\u200D', ''));
  });

  it.each([
    ['the title', `${ESC}]0;title\u0007`],
    ['the title of screen', `${ESC}ktitle${ESC}\\`],
    ['the clipboard', `${ESC}]52;c;aGk=${ESC}\\`],
    ['links', `${ESC}]8;;http://x${ESC}\\`],
    ['the cursor', `${ESC}[2A${ESC}[1;1H${ESC}[K`],
    ['the screen', `${ESC}[2J${ESC}c${ESC}#8`],
    ['modes', `${ESC}[?1049h${ESC}[?25l${ESC}[!p`],
    ['answers', `${ESC}[6n${ESC}[>c${ESC}P$qm${ESC}\\`],
    ['controls of eight bits', '\u009B2J\u009D52;c;aGk=\u009C\u0090q\u009C'],
    ['character sets', `${ESC}(0${ESC}%G`],
    ['concealed text', `${ESC}[8m${ESC}[08m`],
    ['other messages', `${ESC}_a${ESC}\\${ESC}^b${ESC}\\${ESC}Xc${ESC}\\`],
  ])('leaves out what changes %s', (_, sequence) => {
    expect(through(`a${sequence}b`)).toBe('ab');
    expect(through(...`a${sequence}b`)).toBe('ab');
  });

  it('spells out what is no sequence, and what reorders text', () => {
    expect(through('a\u0000\b\u0007b\u202Ec\u0085')).toBe('a␀␈␇b<U+202E>c<U+0085>');
    expect(through(`a${ESC}\nb${ESC}[3\nc${ESC}]0;d\ne${ESC}`)).toBe('a␛\nb␛\nc␛\ne␛');
    expect(through(Buffer.from([0x61, 0x9b, 0x32, 0x4a, 0xff]))).toBe('a�2J�');
  });

  it('joins a character that lies across pieces', () => {
    const {push} = terminalText();
    expect([push(Buffer.from([0x61, 0xc3])), push(Buffer.from([0xa9]))]).toEqual(['a', 'é']);
  });

  it('takes a return for a new beginning of the line, but not before a line end', () => {
    expect(through('10%\r20%\r\nb\r', '\nc\r', 'd\r')).toBe('10%\r20%\nb\nc\rd');
  });

  it('ends colours with the line, and takes them up on the next', () => {
    expect(through(`${ESC}[31ma\n\nb${ESC}[mc\nd`)).toBe(
      `${ESC}[31ma${ESC}[0m\n\n${ESC}[31mb${ESC}[0mc\nd`,
    );
  });

  it('does not let a stray beginning swallow the output', () => {
    expect(through(`${ESC}]${'x'.repeat(70_000)}`)).toMatch(/^␛x+$/);
  });

  it('leaves nothing else, whatever comes, and the same however it is cut', () => {
    const piece = fc.oneof(
      fc.uint8Array({maxLength: 6}),
      fc
        .constantFrom(
          ESC,
          '[',
          ']',
          'P',
          '\u0007',
          '\\',
          '\u009B',
          '31',
          ';',
          'm',
          '?',
          'H',
          '\r',
          '\n',
          '8',
          ':',
        )
        .map(text => new Uint8Array(Buffer.from(text))),
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), pieces => {
        const shown = through(...pieces);
        // oxlint-disable-next-line no-control-regex
        const rest = shown.replaceAll(/\u001B\[[\d;:]*m|[\n\t\r]/g, '');
        expect(rest).not.toMatch(/[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/u);
        expect(through(Buffer.concat(pieces))).toBe(shown);
      }),
      {numRuns: 3000, seed: 7},
    );
  });
});
