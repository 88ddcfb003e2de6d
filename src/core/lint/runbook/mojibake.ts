export type Mojibake = {
  readonly text: string;
  readonly decoded: string;
  readonly start: number;
  readonly end: number;
};

/** What Windows-1252 has at 0x80 to 0x9f, the five gaps as Latin-1 has them. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const TRAIL = `[${WINDOWS_1252}\u00a0-\u00bf]`;

/**
 * Leads that no language puts in front of such characters: two bytes behind `Â` and `Ã` (which may
 * end a word before a quote mark), three behind `â`, four behind `ðŸ`.
 */
const SUSPECT = new RegExp(
  `Â[\u0080-\u009f\u00a0-\u00bf]|Ã(?![”’…“‘])${TRAIL}|â${TRAIL}{2}|ðŸ${TRAIL}{2}`,
  'g',
);

/** Finds UTF-8 that was decoded as Windows-1252, and what it was. */
export function findMojibake(source: string): readonly Mojibake[] {
  return Array.from(source.matchAll(SUSPECT)).flatMap(({0: text, index}) => {
    const decoded = decode(text);
    return decoded === undefined ? [] : [{text, decoded, start: index, end: index + text.length}];
  });
}

const decoder = new TextDecoder('utf-8', {fatal: true});

function decode(text: string): string | undefined {
  const bytes = Array.from(text, byteOf);
  try {
    return decoder.decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}

function byteOf(character: string): number {
  const index = WINDOWS_1252.indexOf(character);
  return index === -1 ? character.charCodeAt(0) : 0x80 + index;
}
