/**
 * Reads what `declare -px` of bash or `export -p` of any shell prints. The text is one character a
 * byte, as are the values; a variable without a value is left out.
 */
export function parseExports(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  // An array that is marked for export is not exported.
  const declaration = /(?:declare -(?![aA])\S+|export) ([A-Za-z_]\w*)(=?)/y;
  let at = 0;
  while (at < text.length) {
    declaration.lastIndex = at;
    const [head = '', name, equals] = declaration.exec(text) ?? [];
    if (name === undefined) {
      at = nextLine(text, at);
      continue;
    }
    const {value, end} = readWord(text, at + head.length);
    if (equals === '=') values.set(name, value);
    at = end + 1;
  }
  return values;
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}

/** One word as shells quote it; it ends at the first line break outside of quotes. */
function readWord(text: string, start: number): {readonly value: string; readonly end: number} {
  const piece =
    /'([^']*)'|\$'([^'\\]*(?:\\[^][^'\\]*)*)'|"([^"\\]*(?:\\[^][^"\\]*)*)"|\\([^])|([^'"\\\n$]+|\$)/y;
  let value = '';
  let end = start;
  for (;;) {
    piece.lastIndex = end;
    const match = piece.exec(text);
    if (match === null) return {value, end};
    const [whole, single, ansi, double, escaped, plain] = match;
    value += single ?? (ansi && unescapeAnsi(ansi)) ?? (double && unescapeDouble(double)) ?? '';
    value += escaped ?? plain ?? '';
    end += whole.length;
  }
}

function unescapeDouble(text: string): string {
  return text.replace(/\\(["$`\\])|\\\n/g, (_, kept: string | undefined) => kept ?? '');
}

const ANSI: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function unescapeAnsi(text: string): string {
  return text.replace(
    /\\(?:([0-7]{1,3})|x([\da-f]{1,2})|([^]))/gi,
    (_, octal: string | undefined, hex: string | undefined, letter: string | undefined) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      return ANSI[letter ?? ''] ?? letter ?? '';
    },
  );
}
