import {maskTokensIn} from './mask-tokens';

/** What stands in place of a secret. */
export const MASK = '••••';

/** Passes bytes on, changed; `end` gives what was held back. */
export type Transform = {
  readonly push: (bytes: Uint8Array) => Uint8Array;
  readonly end: () => Uint8Array;
};

/** Masks the secrets, and tokens of known shapes, in a text that is complete. */
export function redactText(text: string, secrets: readonly string[]): string {
  const masked = longestFirst(secrets).reduce(
    (passing, secret) => passing.replaceAll(secret, MASK),
    text,
  );
  return maskTokensIn(masked, MASK);
}

/**
 * Masks the secrets in a stream of bytes, also where one lies across the border of two chunks. Holds
 * back only an end that may be the beginning of a secret, so that prompts come through at once.
 */
export function redactStream(secrets: readonly string[]): Transform {
  const needles = longestFirst(secrets).map(toBinary);
  const mask = toBinary(MASK);
  let held = '';
  const pattern = needles.length === 0 ? undefined : new RegExp(needles.map(escape).join('|'), 'g');
  return {
    push(bytes) {
      if (pattern === undefined) return bytes;
      const text = held + Buffer.from(bytes).toString('latin1');
      const {done, rest} = splitAtPossibleStart(text, {needles, pattern, mask});
      held = rest;
      return Buffer.from(done, 'latin1');
    },
    end() {
      const rest = pattern === undefined ? held : held.replaceAll(pattern, mask);
      held = '';
      return Buffer.from(rest, 'latin1');
    },
  };
}

type Search = {
  readonly needles: readonly string[];
  readonly pattern: RegExp;
  readonly mask: string;
};

/**
 * Looks for a possible start of a secret before it masks: of two secrets, one may be the beginning
 * of the other.
 */
function splitAtPossibleStart(
  text: string,
  {needles, pattern, mask}: Search,
): {readonly done: string; readonly rest: string} {
  let done = '';
  let from = 0;
  const border = startOfPossibleSecret(text, needles);
  for (const match of text.matchAll(pattern)) {
    if (match.index >= border) break;
    done += text.slice(from, match.index) + mask;
    from = match.index + match[0].length;
  }
  const cut = Math.max(from, border);
  return {done: done + text.slice(from, cut), rest: text.slice(cut)};
}

/** The first place from which the text to its end is a proper beginning of a secret. */
function startOfPossibleSecret(text: string, needles: readonly string[]): number {
  const longest = Math.max(...needles.map(needle => needle.length));
  for (let start = Math.max(0, text.length - longest + 1); start < text.length; start++) {
    const tail = text.slice(start);
    if (needles.some(needle => needle.length > tail.length && needle.startsWith(tail)))
      return start;
  }
  return text.length;
}

function longestFirst(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets)].filter(secret => secret !== '').sort((a, b) => b.length - a.length);
}

/** One character a byte, so that output that is no UTF-8 passes unharmed. */
function toBinary(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
