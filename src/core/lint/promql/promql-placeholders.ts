import type {Range} from '../node';

/** A query as documents show it, made parseable at the same length. */
export type FilledQuery = {
  readonly text: string;
  /** What was replaced, ranges and operands. */
  readonly filled: readonly Range[];
  /** True where a placeholder stands for something whose type nobody can tell. */
  readonly uncertain: boolean;
};

const PARTS =
  /(?<skip>"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`|#[^\n]*)|\[(?<range>\s*(?:\$\w+|\$\{[^}\n]*\}|<[\w -]+>|\[\[[^\]\n]*\]\]|\{\{[^\n]*?\}\})\s*)(?<close>[\]:])|(?<operand>\$\w+|\$\{[^}\n]*\}|\[\[\w+\]\]|\{\{[^\n]*?\}\}|(?<![\w)\]}]\s*)<[A-Za-z][\w -]*>)/g;

/** Grafana's variables and `<placeholders>` become a range in brackets and a name elsewhere. */
export function fillQuery(query: string): FilledQuery {
  const filled: Range[] = [];
  let uncertain = false;
  const text = query.replace(PARTS, (whole: string, ...rest: readonly unknown[]) => {
    const {groups, offset} = detailsOf(rest);
    if (groups['skip'] !== undefined) return whole;
    filled.push({start: offset, end: offset + whole.length});
    if (groups['range'] !== undefined) {
      return `[${'5m'.padEnd(groups['range'].length)}${groups['close'] ?? ']'}`;
    }
    uncertain = true;
    return `_${whole.slice(1).replace(/[^]/g, '_')}`;
  });
  return {text, filled, uncertain};
}

/** Whether a string of a query holds something that a dashboard, a shell or a reader puts in. */
export function isOpen(value: string): boolean {
  return /\$[\w{]|\$$|\{\{|\[\[|<[A-Za-z][\w -]*>|\.{3}|…|%[(s]/.test(value);
}

/** A replacer gets the offset, the whole text and the named groups last. */
function detailsOf(rest: readonly unknown[]) {
  return {
    groups: rest.at(-1) as Readonly<Record<string, string | undefined>>,
    offset: rest.at(-3) as number,
  };
}
