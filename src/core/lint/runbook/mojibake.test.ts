import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findMojibake} from './mojibake';

/** UTF-8 read as Windows-1252, gaps as Latin-1 has them. */
function garble(text: string): string {
  const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  return Array.from(new TextEncoder().encode(text), byte =>
    byte >= 0x80 && byte < 0xa0 ? special.charAt(byte - 0x80) : String.fromCharCode(byte),
  ).join('');
}

describe('findMojibake', () => {
  it.each(['→', '’', '“', '–', '…', '✓', 'é', 'ü', 'ß', '×', '°', '\u00a0', '🔥'])(
    'knows what %s was',
    character => {
      const [found] = findMojibake(`a ${garble(character)} b`);
      expect(found).toEqual({
        text: garble(character),
        decoded: character,
        start: 2,
        end: 2 + garble(character).length,
      });
    },
  );

  it('is silent about text of any language', () => {
    const letters = fc.string({unit: fc.constantFrom(...'aàâãäçéêîôõöüßñÀÂÃ «»“”’–…123')});
    fc.assert(
      fc.property(letters, text => {
        // A capital with a tilde or circumflex stands before a letter, a blank or a quote mark.
        const plausible = text.replace(/[ÃÂ](?![a-z “”’…])/g, '').replace(/â(?=[“”’–…«»])/g, '');
        expect(findMojibake(plausible)).toEqual([]);
      }),
      {numRuns: 300, seed: 5},
    );
  });
});
