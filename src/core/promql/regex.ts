import {RE2JS, RE2JSException} from 're2js';
import {isBefore} from './version';

/**
 * What Prometheus would say of the pattern, or undefined when it compiles. Before 3.0 it tried the
 * pattern in its anchors first.
 */
export function regexError(pattern: string, target: string | undefined): string | undefined {
  const isOld = isBefore(target, '3.0');
  const key = isOld ? `^${pattern}` : `=${pattern}`;
  if (!known.has(key)) {
    if (known.size === MOST_KNOWN) known.clear();
    known.set(key, compileError(isOld ? [`^(?:${pattern})$`, pattern] : [pattern], pattern));
  }
  return known.get(key);
}

/** Queries repeat few patterns, such as `5..`, and compiling one takes longer than parsing its query. */
const known = new Map<string, string | undefined>();

const MOST_KNOWN = 1000;

function compileError(forms: readonly string[], pattern: string): string | undefined {
  try {
    for (const form of forms) RE2JS.compile(form);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message;
    // Deeper nesting than the stack allows; Go stops at a thousand levels with these words.
    return `error parsing regexp: expression nests too deeply: \`${pattern}\``;
  }
}

/** Whether the anchored pattern matches the empty text. */
export function matchesEmpty(pattern: string): boolean {
  return regexMatches(pattern, '') === true;
}

/** Whether the anchored pattern matches; undefined when it does not compile. */
export function regexMatches(pattern: string, text: string): boolean | undefined {
  return compiled(pattern)?.matches(text);
}

/** Number and names of the capturing groups; undefined when the pattern does not compile. */
export function regexGroups(
  pattern: string,
): {readonly count: number; readonly names: ReadonlySet<string>} | undefined {
  const regex = compiled(pattern);
  return regex && {count: regex.groupCount(), names: new Set(Object.keys(regex.namedGroups()))};
}

function compiled(pattern: string): RE2JS | undefined {
  if (!patterns.has(pattern)) {
    if (patterns.size === MOST_KNOWN) patterns.clear();
    patterns.set(pattern, compile(pattern));
  }
  return patterns.get(pattern);
}

const patterns = new Map<string, RE2JS | undefined>();

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern, RE2JS.DOTALL);
  } catch {
    return undefined;
  }
}
