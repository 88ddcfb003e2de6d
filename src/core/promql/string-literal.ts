const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

/** A run of bytes above 0x7f, or any single escape. */
const ESCAPE =
  /(?<bytes>(?:\\(?:x[89a-fA-F][0-9a-fA-F]|[23][0-7]{2}))+)|\\(?:x(?<hex>..)|(?<octal>[0-7]{3})|u(?<short>.{4})|U(?<long>.{8})|(?<plain>[^]))/g;

/** The value of a literal that the lexer has accepted, quotes included. */
export function unquote(literal: string): string {
  const body = literal.slice(1, -1);
  return literal.startsWith('`') ? body : unescapeGo(body);
}

function unescapeGo(body: string): string {
  if (!body.includes('\\')) return body;
  let value = '';
  let from = 0;
  for (const {index, 0: escape, groups = {}} of body.matchAll(ESCAPE)) {
    value += body.slice(from, index) + decode(groups);
    from = index + escape.length;
  }
  return value + body.slice(from);
}

function decode({bytes, hex, octal, short, long, plain}: Readonly<Record<string, string>>): string {
  if (bytes !== undefined) return decodeBytes(bytes);
  if (plain !== undefined) return CONTROLS.get(plain) ?? plain;
  if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
  return String.fromCodePoint(Number.parseInt(hex ?? short ?? long ?? '', 16));
}

/** `\xc3\xa9` are two bytes of one character. */
function decodeBytes(escapes: string): string {
  const codes = escapes
    .split('\\')
    .slice(1)
    .map(code =>
      code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8),
    );
  return new TextDecoder().decode(Uint8Array.from(codes));
}
