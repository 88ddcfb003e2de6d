/** Deeper than any page for people; Markdown parsers take cubic time in it. */
const DEEPEST = 100;

/** Open brackets in one paragraph; the parser looks for the end of each of them. */
const MOST_BRACKETS = 5_000;

/** Marks of emphasis in one paragraph; the parser looks for the partner of each of them. */
const MOST_MARKS = 10_000;

/** Code spans of different lengths in one paragraph; for each, the parser reads to its end. */
const MOST_SPAN_LENGTHS = 50;

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;

/** The offset where a text nests deeper than can be read in reasonable time; undefined if nowhere. */
export function tooDeepAt(source: string): number | undefined {
  let brackets = 0;
  let marks = 0;
  const spanLengths = new Set<number>();
  for (const {0: line, index} of source.matchAll(/[^\r\n]+|\r?\n\r?\n/g)) {
    if (line.trim() === '') {
      brackets = 0;
      marks = 0;
      spanLengths.clear();
    } else if (depthOf(line) > DEEPEST) return index;
    if (line.includes('`')) {
      for (const [run] of line.matchAll(/`+/g)) spanLengths.add(run.length);
      if (spanLengths.size > MOST_SPAN_LENGTHS) return index;
    }
    brackets += line.includes('[') ? line.split('[').length - 1 : 0;
    marks += /[*_~]/.test(line) ? line.split(/[*_~]+/).length - 1 : 0;
    if (brackets > MOST_BRACKETS || marks > MOST_MARKS) return index;
  }
  return undefined;
}

/** Quote signs and list markers in front of a line, and the indents that nested lists leave there. */
function depthOf(line: string): number {
  const prefix = CONTAINERS.exec(line)?.[0] ?? '';
  const markers = prefix.replace(/[^>*+\-.)]/g, '').length;
  const indent = prefix === '' ? 0 : prefix.length - prefix.trimStart().length;
  return markers + Math.floor(indent / 2);
}
