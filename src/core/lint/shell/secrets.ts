/** A secret in a text; `kind` says what it opens. */
export type Secret = {readonly kind: string; readonly start: number; readonly end: number};

/** Keys that say by their shape what they are. */
const SHAPES: readonly {readonly kind: string; readonly pattern: RegExp}[] = [
  {kind: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g},
  {kind: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b/g},
  {kind: 'a GitHub token', pattern: /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g},
  {kind: 'a GitLab token', pattern: /\bglpat-[\w-]{20,}/g},
  {kind: 'a Slack token', pattern: /\bxox[abprs]-\d{9,}-[\w-]{12,}/g},
  {
    kind: 'the address of a Slack webhook',
    pattern: /\bhooks\.slack\.com\/services\/T[0-9A-Z]{8,}\/B[0-9A-Z]{8,}\/[A-Za-z0-9]{20,}/g,
  },
  {kind: 'a Stripe key', pattern: /\b[rs]k_live_[A-Za-z0-9]{24,}\b/g},
  {kind: 'a Google API key', pattern: /\bAIza[\w-]{35}(?![\w-])/g},
  {kind: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g},
  {
    kind: 'a JSON web token',
    pattern: /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{20,1000}/g,
  },
  {
    kind: 'a private key',
    pattern:
      /-----BEGIN (?:[A-Z]{1,20} )?PRIVATE KEY-----\s{1,4}(?:[\w-]{1,40}: [^\n]{0,100}\n\s{0,4}){0,4}[A-Za-z0-9+/]{48,76}\s/g,
  },
];

const OBVIOUS =
  /example|sample|dummy|placeholder|redacted|changeme|x{6}|X{6}|\*{3}|\.{3}|0{8}|1234567/i;

/** Secrets that are known by their shape, in any text. */
export function findSecrets(text: string): readonly Secret[] {
  return SHAPES.flatMap(({kind, pattern}) =>
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
