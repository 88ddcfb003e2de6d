import {RE2JS, RE2JSException} from 're2js';

/** What Prometheus would say of the pattern, or undefined when it compiles. */
export function regexError(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message;
    // Deeper nesting than the stack allows; Go stops at a thousand levels with these words.
    return `error parsing regexp: expression nests too deeply: \`${pattern}\``;
  }
}

/** Whether the anchored pattern matches the empty text. */
export function matchesEmpty(pattern: string): boolean {
  try {
    return RE2JS.compile(pattern, RE2JS.DOTALL).matches('');
  } catch {
    return false;
  }
}
