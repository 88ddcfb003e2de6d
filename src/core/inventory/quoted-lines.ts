/** A value in quotes that does not end on the line of its key. */
const OPEN =
  /^[ \t]*(?:- +)*["']?[\w./-]+["']?[ \t]*:[ \t]+(?:"(?:\\.|[^"\\\n])*|'(?:''|[^'\n])*)$/gm;

const LONGEST = 20_000;

/**
 * The same text, at the same length, with a blank for each newline inside of a quoted value. By its
 * standard YAML wants such lines indented; the parsers of Prometheus and Kubernetes do not.
 */
export function joinQuotedLines(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const {0: line, index} of source.matchAll(OPEN)) {
    if (index < from) continue;
    const start = index + line.length;
    const end = closing(source.slice(start, start + LONGEST), line);
    if (end === -1) continue;
    const inside = source.slice(start, start + end);
    parts.push(source.slice(from, start), inside.replace(/[\r\n]/g, ' '));
    from = start + end;
  }
  return parts.join('') + source.slice(from);
}

/** Where the value that begins on a line ends in what follows, or -1. */
function closing(rest: string, line: string): number {
  const value = line.replace(/^[^:]*:[ \t]+/, '');
  const end = value.startsWith('"') ? /^(?:\\[^]|[^"\\])*"/ : /^(?:''|[^'])*'/;
  return (end.exec(rest)?.[0].length ?? 0) - 1;
}
