/** The parts of a fence's info string: language, tag, and what Docusaurus takes. */
export type InfoString = {
  readonly language: string;
  readonly tag: Tag | undefined;
  readonly meta: string;
};

/** A flat object behind the language. Offsets count from the start of the info string. */
export type Tag = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly entries: readonly TagEntry[];
  /** What keeps the text from being one flat JSON object; undefined if nothing does. */
  readonly flaw: string | undefined;
};

export type TagEntry = {
  readonly key: string;
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
};

/** Reads the info string as written in the file, whatever it holds. */
export function readInfoString(info: string): InfoString {
  const language = /^[^\s{]*/.exec(info)?.[0] ?? '';
  const start = language.length + leadingSpace(info.slice(language.length));
  const rest = info.slice(start);
  if (/^\{\s*(?:"|\})/.test(rest)) return withTag(info, language, readJsonTag(rest, start));
  if (/^\{\s*[A-Za-z][\w-]*\s*=/.test(rest)) {
    return withTag(info, language, readAttributeTag(rest, start));
  }
  return {language, tag: undefined, meta: rest.trim()};
}

/** The title that Docusaurus would show: `title="…"` in the meta part. */
export function titleOf(meta: string): string | null {
  return /(?:^|\s)title=(["'])(.*?)\1/.exec(meta)?.[2] ?? null;
}

function withTag(info: string, language: string, tag: Tag): InfoString {
  return {language, tag, meta: info.slice(tag.end).trim()};
}

const JSON_ENTRY = /"((?:[^"\\]|\\.)*)"\s*:\s*("(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{[^}]*\}|[^,}\s]+)/g;

function readJsonTag(rest: string, start: number): Tag {
  const text = rest.slice(0, endOfObject(rest));
  const entries: TagEntry[] = [];
  for (const match of text.matchAll(JSON_ENTRY)) {
    const at = start + match.index;
    entries.push({
      key: match[1] ?? '',
      value: parseJson(match[2] ?? ''),
      start: at,
      end: at + match[0].length,
    });
  }
  return {start, end: start + text.length, text, entries, flaw: jsonFlaw(text)};
}

function jsonFlaw(text: string): string | undefined {
  const parsed = parseJson(text);
  if (typeof parsed !== 'object' || parsed === null) return 'text that is no JSON object';
  const values = Object.values(parsed);
  if (values.some(value => typeof value === 'object')) return 'a value that is a list or an object';
  if (values.some(value => String(value).includes('}'))) return 'a `}` inside a value';
  return undefined;
}

/** Where the object ends, `}` inside strings aside; the whole text if it never does. */
function endOfObject(rest: string): number {
  let quoted = false;
  for (let at = 0; at < rest.length; at++) {
    const character = rest[at];
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (character === '}' && !quoted) return at + 1;
  }
  return rest.length;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ATTRIBUTE = /([A-Za-z][\w-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s}]+)/g;

function readAttributeTag(rest: string, start: number): Tag {
  const close = rest.indexOf('}');
  const text = close === -1 ? rest : rest.slice(0, close + 1);
  const entries: TagEntry[] = [];
  for (const match of text.matchAll(ATTRIBUTE)) {
    const at = start + match.index;
    const value = (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2');
    entries.push({key: match[1] ?? '', value, start: at, end: at + match[0].length});
  }
  const flaw = close === -1 ? 'an object without its closing `}`' : undefined;
  return {start, end: start + text.length, text, entries, flaw};
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
