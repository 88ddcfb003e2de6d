import type {Span} from './types';

export type Sample = {
  readonly kind: 'sample';
  readonly name: string;
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** Of the metric name. */
  readonly at: Span;
};

type SampleProblem = {
  readonly kind: 'problem';
  readonly problem: Span & {
    readonly code: 'metrics-syntax';
    readonly data: {readonly found: string; readonly expected: string};
  };
};

const metricName = /[ \t]*([a-zA-Z_:][\w:]*)?[ \t]*/y;
const label = /[ \t]*(?:([a-zA-Z_]\w*)|"((?:[^"\\]|\\.)*)")[ \t]*(?:=[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*)?/y;
const number = String.raw`[+-]?(?:inf(?:inity)?|nan|0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)`;
const valueAndTime = new RegExp(String.raw`^[ \t]*${number}(?:[ \t]+${number})?[ \t]*(?:#.*)?$`, 'i');

/** One line of exposition text that is no comment; `start` is its offset in the file. */
export function readSample(text: string, start: number): Sample | SampleProblem {
  const name = matchAt(metricName, text, 0);
  const braces = name && text.charAt(name.end) === '{' ? readLabels(text, name.end + 1) : undefined;
  if (braces?.kind === 'problem') return problem(braces.at, 'a label or `}`');

  const series = name?.groups[0] ?? braces?.quotedName;
  if (series === undefined) return problem(0, 'a metric name');
  const end = braces?.end ?? name?.end ?? 0;
  if (!valueAndTime.test(text.slice(end))) return problem(end, 'a value');
  const nameStart = start + Math.max(0, text.indexOf(series));
  return {
    kind: 'sample',
    name: series,
    labels: braces?.labels ?? [],
    at: {start: nameStart, end: nameStart + series.length},
  };

  function problem(at: number, expected: string): SampleProblem {
    const found = text.slice(at).trim().slice(0, 40);
    const data = {found: found === '' ? 'the end of the line' : found, expected};
    const span = {start: start + at, end: start + text.length};
    return {kind: 'problem', problem: {code: 'metrics-syntax', data, ...span}};
  }
}

function readLabels(text: string, start: number) {
  const labels: (readonly [string, string])[] = [];
  let quotedName: string | undefined;
  let index = start;
  while (!/^[ \t]*\}/.test(text.slice(index))) {
    const match = matchAt(label, text, index);
    const [plain, quoted, value] = match?.groups ?? [];
    const labelName = plain ?? quoted;
    if (!match || labelName === undefined) return {kind: 'problem', at: index} as const;
    if (value !== undefined) labels.push([labelName, unescape(value)]);
    else if (quoted !== undefined && quotedName === undefined) quotedName = unescape(quoted);
    else return {kind: 'problem', at: index} as const;

    index = match.end;
    if (text.charAt(index) === ',') index += 1;
    else if (text.charAt(index) !== '}') return {kind: 'problem', at: index} as const;
  }
  const end = text.indexOf('}', index) + 1;
  return {kind: 'labels', labels, quotedName, end} as const;
}

function matchAt(pattern: RegExp, text: string, index: number) {
  pattern.lastIndex = index;
  const match = pattern.exec(text);
  return match ? {groups: match.slice(1), end: index + match[0].length} : undefined;
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}
