import type {YamlScalar} from './yaml-tree';

/** A character of the file, or an escape sequence, and the text that it stands for. */
export type Atom = {
  readonly text: string;
  /** Its offset in the file. */
  readonly at: number;
  /** White space that YAML may fold or strip. */
  readonly isSpace: boolean;
};

export function scalarAtoms({raw, start, style}: YamlScalar): readonly Atom[] {
  const atoms: Atom[] = [];
  const [from, to] = contentOf(raw, style);
  for (let index = from; index < to; ) {
    const escape = escapeAt(raw, index, style);
    const text = escape?.text ?? raw.charAt(index);
    atoms.push({text, at: start + index, isSpace: !escape && isFoldable(text)});
    index += escape?.length ?? 1;
  }
  return atoms;
}

export function isFoldable(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

function contentOf(raw: string, style: YamlScalar['style']): readonly [number, number] {
  if (style === 'plain') return [0, raw.length];
  if (style === 'single' || style === 'double') return [1, raw.length - 1];
  const header = raw.indexOf('\n');
  return [header < 0 ? raw.length : header + 1, raw.length];
}

type Escape = {readonly text: string; readonly length: number};

function escapeAt(raw: string, index: number, style: YamlScalar['style']): Escape | undefined {
  if (style === 'single') {
    return raw.startsWith("''", index) ? {text: "'", length: 2} : undefined;
  }
  if (style !== 'double' || raw.charAt(index) !== '\\') return undefined;
  return codePointEscape(raw.slice(index, index + 10)) ?? letterEscape(raw.charAt(index + 1));
}

function codePointEscape(text: string): Escape | undefined {
  const match = /^\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})/i.exec(text)?.[0];
  if (match === undefined) return undefined;
  const code = Number.parseInt(match.slice(2), 16);
  return code > 0x10ffff ? undefined : {text: String.fromCodePoint(code), length: match.length};
}

const letters: {readonly [letter: string]: string} = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

function letterEscape(letter: string): Escape {
  // A backslash at the end of a line joins it to the next one.
  if (letter === '\r' || letter === '\n') return {text: '', length: 1};
  return {text: letters[letter] ?? letter, length: 2};
}
