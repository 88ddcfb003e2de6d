const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x0c, '\\f'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x09, '\\t'],
  [0x0b, '\\v'],
  [0x5c, '\\\\'],
]);

const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const REPLACEMENT = 0xfffd;

/** A PromQL string literal in double quotes that stands for exactly `value`. */
export function quotePromqlString(value: string): string {
  return `"${escapeGo(value, '"')}"`;
}

/** The body of a literal between `quote`s, escaped as Go does. */
export function escapeGo(value: string, quote: '"' | "'"): string {
  let escaped = '';
  for (const character of value) escaped += escapeCharacter(character, quote);
  return escaped;
}

/** Go's `%q` of a rune, such as `'x'`; undefined is the end of the text. */
export function quoteRune(character: string | undefined): string {
  if (character === undefined) return "'\ufffd'";
  return `'${character === '\ufffd' ? character : escapeCharacter(character, "'")}'`;
}

/** Go's `%#U` of a rune, such as `U+0078 'x'`. */
export function describeRune(character: string): string {
  const hex = codePoint(character).toString(16).toUpperCase().padStart(4, '0');
  return PRINTABLE.test(character) ? `U+${hex} '${character}'` : `U+${hex}`;
}

/** Go's `%.10q…` of a text that is longer than ten bytes, else its `%q`. */
export function quoteShortened(text: string): string {
  if (utf8Length(text) <= 10) return quotePromqlString(text);
  return `${quotePromqlString(Array.from(text.slice(0, 20)).slice(0, 10).join(''))}...`;
}

function escapeCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const code = codePoint(character);
  const short = SHORT_ESCAPES.get(code);
  if (short !== undefined) return short;
  // Prometheus refuses a literal U+FFFD, and half a surrogate pair turns into one.
  if (code === REPLACEMENT || (code >= 0xd800 && code < 0xe000)) return '\\ufffd';
  if (PRINTABLE.test(character)) return character;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? REPLACEMENT;
}

function utf8Length(text: string): number {
  return text.length > 10 ? text.length : new TextEncoder().encode(text).length;
}
