import {charactersOf} from '../../shell';
import type {Character, Word} from '../../shell';
import type {Place, Range} from '../node';

/** A text whose characters stand somewhere else in a longer form. */
export type PlacedText = {
  readonly text: string;
  /** The range in the script of each UTF-16 unit of `text`. */
  readonly ranges: readonly Range[];
};

/** A word as the program gets it; a variable stays as written, so that it can be told from text. */
export function wordText({parts}: Word): PlacedText {
  const characters = parts.flatMap(part =>
    part.kind === 'substitution' || part.kind === 'arithmetic'
      ? asVariable(charactersOf(part))
      : charactersOf(part),
  );
  return {
    text: characters.map(({text}) => text).join(''),
    ranges: characters.flatMap(({text, at}) =>
      Array.from({length: text.length}, () => ({start: at, end: at + 1})),
    ),
  };
}

/** A command's output becomes `$___` of the same length. */
function asVariable(characters: readonly Character[]): readonly Character[] {
  return characters.map(({at}, index) => ({text: index === 0 ? '$' : '_', at}));
}

export function slicePlaced({text, ranges}: PlacedText, start: number, end?: number): PlacedText {
  return {text: text.slice(start, end), ranges: ranges.slice(start, end)};
}

/** Parts that follow each other, with a newline between them. */
export function joinLines(parts: readonly PlacedText[]): PlacedText {
  return {
    text: parts.map(({text}) => text).join('\n'),
    ranges: parts.flatMap(({ranges}, index) => {
      const end = parts[index - 1]?.ranges.at(-1)?.end;
      return end === undefined ? ranges : [{start: end, end}, ...ranges];
    }),
  };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

/** The text of a string in JSON, given what stands between its quote marks. */
export function unescapeJson({text, ranges}: PlacedText): PlacedText {
  const parts = Array.from(text.matchAll(/\\(?:u([\da-f]{4})|([^]))|[^]/gi), match => {
    const {index, 0: whole, 1: code, 2: escaped} = match;
    const start = ranges[index]?.start ?? 0;
    const end = ranges[index + whole.length - 1]?.end ?? start;
    const character =
      code === undefined
        ? escaped && (ESCAPES.get(escaped) ?? escaped)
        : String.fromCharCode(Number.parseInt(code, 16));
    return {character: character ?? whole, range: {start, end}};
  });
  return {
    text: parts.map(({character}) => character).join(''),
    ranges: parts.map(({range}) => range),
  };
}

const ENCODED = /(?<bytes>(?:%[\da-f]{2})+)|(?<plus>\+)|(?<other>[^])/giu;

/** The text behind a form's or an address' encoding: `%7B` and `+`. */
export function decodeForm({text, ranges}: PlacedText): PlacedText {
  const parts = Array.from(text.matchAll(ENCODED), ({index, 0: whole, groups = {}}) => {
    const own = ranges.slice(index, index + whole.length);
    if (groups['bytes'] !== undefined) return decodeBytes(whole, own);
    return {text: groups['plus'] === undefined ? whole : ' ', ranges: own};
  });
  return {
    text: parts.map(part => part.text).join(''),
    ranges: parts.flatMap(part => part.ranges),
  };
}

/** Each character of a run of bytes in UTF-8; bytes that are none become U+FFFD. */
function decodeBytes(encoded: string, ranges: readonly Range[]): PlacedText {
  const bytes = encoded
    .split('%')
    .slice(1)
    .map(hex => Number.parseInt(hex, 16));
  const text: string[] = [];
  const places: Range[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    const character = new TextDecoder().decode(Uint8Array.from(bytes.slice(at, at + length)));
    const last = Math.min(at + length, bytes.length) * 3 - 1;
    const start = ranges[at * 3]?.start ?? 0;
    const end = ranges[last]?.end ?? start;
    text.push(character);
    for (let unit = 0; unit < character.length; unit++) places.push({start, end});
    at += length;
  }
  return {text: text.join(''), ranges: places};
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/** Places of the text, given those of the script that it stands in. */
export function placeOf({ranges}: PlacedText, place: Place): Place {
  const last = ranges.at(-1)?.end ?? 0;
  const startOf = (offset: number) => ranges[offset]?.start ?? last;
  return (start, end) => {
    const from = startOf(start);
    return place(from, end > start ? (ranges[end - 1]?.end ?? last) : from);
  };
}
