/** The values of a file, or its first mistake. */
export type EnvFile =
  | {readonly kind: 'values'; readonly values: ReadonlyMap<string, string>}
  | {readonly kind: 'mistake'; readonly line: number; readonly expected: string};

/**
 * Reads `NAME=VALUE` lines, as dotenv files have them: `export` before a name, comments, `'…'` taken
 * as it stands and `"…"` with `\n`, `\t`, `\"`, `\\` and `\$`; both may go over several lines.
 * Nothing is expanded: `$HOME` is five characters.
 */
export function parseEnvFile(text: string): EnvFile {
  const values = new Map<string, string>();
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  let at = 0;
  while (at < source.length) {
    const entry = readEntry(source, at);
    if (entry.kind === 'mistake') return mistake(source, at, entry.expected);
    if (entry.kind === 'value' && values.has(entry.name)) {
      return mistake(source, at, `\`${entry.name}\` once`);
    }
    if (entry.kind === 'value') values.set(entry.name, entry.value);
    at = entry.end;
  }
  return {kind: 'values', values};
}

type Entry =
  | {readonly kind: 'nothing'; readonly end: number}
  | {readonly kind: 'value'; readonly name: string; readonly value: string; readonly end: number}
  | {readonly kind: 'mistake'; readonly expected: string};

const BLANK = /[ \t]*(?:#[^\n]*)?(?:\n|$)/y;
const NAME = /[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*/y;
const SINGLE = /'([^']*)'/y;
const DOUBLE = /"((?:[^"\\]|\\[^])*)"/y;
/** A `#` begins a comment only after a blank, so that `a#b` is a value. */
const BARE = /((?:[^\s#'"](?:[^\s'"]|[ \t]+(?=[^\s#'"]))*)?)/y;

function readEntry(source: string, at: number): Entry {
  const blank = matchAt(BLANK, source, at);
  if (blank !== null) return {kind: 'nothing', end: at + blank[0].length};
  const head = matchAt(NAME, source, at);
  if (head?.[1] === undefined) return {kind: 'mistake', expected: 'NAME=VALUE'};
  const start = at + head[0].length;
  const quote = source[start];
  const isQuoted = quote === '"' || quote === "'";
  const pattern = quote === '"' ? DOUBLE : quote === "'" ? SINGLE : BARE;
  const value = matchAt(pattern, source, start);
  if (value?.[1] === undefined) return {kind: 'mistake', expected: `a closing \`${quote ?? ''}\``};
  const rest = matchAt(BLANK, source, start + value[0].length);
  if (rest === null) {
    return {kind: 'mistake', expected: isQuoted ? 'nothing after the value' : 'quotes around it'};
  }
  return {
    kind: 'value',
    name: head[1],
    value: quote === '"' ? unescape(value[1]) : value[1],
    end: start + value[0].length + rest[0].length,
  };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

const ESCAPES: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r'};

function unescape(text: string): string {
  return text.replace(/\\([ntr"\\$])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}

function mistake(source: string, at: number, expected: string): EnvFile {
  return {kind: 'mistake', line: source.slice(0, at).split('\n').length, expected};
}
