/** A query as documents show it, made parseable at the same length. */
export type FilledQuery = {
  readonly text: string;
  /** True where a placeholder stands for something whose type nobody can tell. */
  readonly uncertain: boolean;
};

const PARTS =
  /(?<skip>"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`|#[^\n]*)|\[(?<range>\s*(?:\$\w+|\$\{[^}\n]*\}|<[\w -]+>|\[\[[^\]\n]*\]\])\s*)(?<close>[\]:])|(?<operand>\$\w+|\$\{[^}\n]*\}|\[\[\w+\]\]|\{\{[^\n]*?\}\}|(?<![\w)\]}]\s*)<[A-Za-z][\w -]*>)/g;

/** Grafana's variables and `<placeholders>` become a range in brackets and a name elsewhere. */
export function fillQuery(query: string): FilledQuery {
  let uncertain = false;
  const text = query.replace(PARTS, (whole: string, ...rest: readonly unknown[]) => {
    const groups = groupsOf(rest);
    if (groups['skip'] !== undefined) return whole;
    if (groups['range'] !== undefined) {
      return `[${'5m'.padEnd(groups['range'].length)}${groups['close'] ?? ']'}`;
    }
    uncertain = true;
    return `_${whole.slice(1).replace(/[^]/g, '_')}`;
  });
  return {text, uncertain};
}

/** The named groups come last among the arguments of a replacer. */
function groupsOf(rest: readonly unknown[]): Readonly<Record<string, string | undefined>> {
  return rest.at(-1) as Readonly<Record<string, string | undefined>>;
}
