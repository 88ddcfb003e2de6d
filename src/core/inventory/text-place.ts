import {isFoldable, scalarAtoms} from './scalar-atoms';
import type {Atom} from './scalar-atoms';
import type {Span, TextPlace} from './types';
import type {YamlScalar} from './yaml-tree';

/**
 * Where each character of a scalar's text stands in the file. YAML changes nothing but white space
 * and escapes, so the visible characters follow each other in the file as in the text.
 */
export function textPlaceOf(scalar: YamlScalar): TextPlace {
  const {start, end, raw, text} = scalar;
  if (raw !== text) return {start, end, offsets: alignText(text, scalarAtoms(scalar), end)};
  return {start, end, offsets: Array.from({length: text.length}, (_, index) => start + index)};
}

/** The file offset of the character at `offset` of the text; the scalar's start when unknown. */
export function mapOffset({start, end, offsets}: TextPlace, offset: number): number {
  if (offsets === undefined) return start;
  const last = offsets.at(-1);
  return offsets[offset] ?? (last === undefined ? start : Math.min(last + 1, end));
}

/** The file span of a span of the text; the whole scalar's when it cannot be told exactly. */
export function mapSpan(place: TextPlace, {start, end}: Span): Span {
  if (place.offsets === undefined) return {start: place.start, end: place.end};
  const from = mapOffset(place, start);
  return {start: from, end: end > start ? mapOffset(place, end - 1) + 1 : from};
}

function alignText(text: string, atoms: readonly Atom[], end: number) {
  const offsets: number[] = [];
  let next = 0;
  while (offsets.length < text.length) {
    const index = findAtom(text, offsets.length, atoms, next);
    const atom = atoms[index];
    // The last line of a block has its newline even where the file ends without one.
    const isMissing = !atom && isFoldable(text.slice(offsets.length));
    if (!atom && !isMissing) return undefined;
    for (let unit = 0; unit < (atom?.text.length ?? 1); unit += 1) offsets.push(atom?.at ?? end);
    next = atom ? index + 1 : atoms.length;
  }
  return offsets;
}

/** The index of the atom that stands for the character at `offset`, or -1. */
function findAtom(text: string, offset: number, atoms: readonly Atom[], from: number): number {
  let index = from;
  while (atoms[index]?.text === '') index += 1;
  const character = text.charAt(offset);
  if (isFoldable(character)) return findSpace(character, atoms, index);
  while (atoms[index]?.isSpace || atoms[index]?.text === '') index += 1;
  const atom = atoms[index];
  return atom && text.startsWith(atom.text, offset) ? index : -1;
}

/** The same white space before the next visible atom, else any: a folded newline is a space. */
function findSpace(space: string, atoms: readonly Atom[], from: number): number {
  let index = from;
  while (atoms[index]?.isSpace && atoms[index]?.text !== space) index += 1;
  if (atoms[index]?.text === space) return index;
  return atoms[from]?.isSpace ? from : -1;
}
