import {SECRET_SHAPES} from './secret-shapes';

/** A secret in a text; `kind` says what it opens. */
export type Secret = {readonly kind: string; readonly start: number; readonly end: number};

const OBVIOUS =
  /example|sample|dummy|placeholder|redacted|changeme|x{6}|X{6}|\*{3}|\.{3}|0{8}|1234567/i;

/** Secrets that are known by their shape, in any text. */
export function findSecrets(text: string): readonly Secret[] {
  return SECRET_SHAPES.flatMap(({kind, pattern}) =>
    Array.from(text.matchAll(pattern), ({0: found, index}) => ({
      kind,
      start: index,
      end: index + found.trimEnd().length,
      found,
    })),
  )
    .filter(({found}) => !OBVIOUS.test(found) && isVaried(found))
    .map(({kind, start, end}) => ({kind, start, end}));
}

const WORDS =
  /pass|secret|token|admin|user|root|test|demo|your|my-?|foo|bar|change|replace|insert|here|value|hunter|default|guest|postgres|elastic|key|abc|qwerty|<|>|\{|\[|%/i;

/** `web-tls-2024` is what objects are called. */
const NAME = /^[a-z]+(?:-[a-z0-9]+)+$/;

/** A value that somebody chose or made; `changeme` and `s3cret` stand for one. */
export function looksLikePassword(value: string): boolean {
  if (value.length < 8 || OBVIOUS.test(value) || WORDS.test(value)) return false;
  if (NAME.test(value)) return false;
  return /[a-z]/i.test(value) && /\d/.test(value) && isVaried(value);
}

/** Real keys are random; `AAAA…` is not. */
function isVaried(text: string): boolean {
  return new Set(text).size >= Math.min(10, text.length / 2);
}

const MARKED = /[<>{}[\]$%`]|\.{3}|…|\*{2}|x{3}/i;
const NAMED =
  /^(?:(?:your|my|the|some|new|old|db|user|root|admin|app|access|api|auth|bearer)?[-_]?(?:password|passwd|pass|pwd|passphrase|token|key|apikey|api[-_]key|value)(?:[-_]?here)?|(?:example|sample|dummy|placeholder|redacted|replace|insert|your|todo|change)[-_]?.*|none|null|true|false|test|foo|bar|postgres|prompt|stdin|[A-Z][A-Z0-9_-]*)$/;

/** `YOUR_PASSWORD`, `changeme` and `<token>` say themselves that they are none. */
export function isStandIn(value: string): boolean {
  return value.length < 3 || MARKED.test(value) || NAMED.test(value);
}
