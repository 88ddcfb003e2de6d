/** Nesting beyond this is refused: no person writes it, and parsing time grows with its square. */
export const MAX_NESTING = 100;

/**
 * The offset at which brackets nest deeper than `MAX_NESTING`, or undefined.
 * Quotes are not read, so this is an upper bound that costs one pass.
 */
export function findExcessiveNesting(script: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < script.length; at++) {
    switch (script.charAt(at)) {
      case '\\':
        at++;
        break;
      case '(':
      case '{':
        if (++depth > MAX_NESTING) return at;
        break;
      case ')':
      case '}':
        depth = Math.max(0, depth - 1);
    }
  }
  return undefined;
}
