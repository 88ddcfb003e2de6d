import {metricTypeOf} from './metric-type';
import {familyOfSeries} from './series-name';
import {readSample} from './read-sample';
import type {Sample} from './read-sample';
import type {InventoryProblem, MetricFamily, Metrics, MetricType, Span} from './types';

/**
 * Metric families of Prometheus exposition text, OpenMetrics included. The series decide about
 * labels, values and buckets; a line that is neither comment nor sample is a problem of its own.
 */
export function readExposition(source: string, path: string): Metrics {
  const families = new Map<string, Family>();
  const problems: InventoryProblem[] = [];
  for (const {text, start} of linesOf(source)) {
    const problem = readLine(text, start, families);
    if (problem) problems.push({...problem, path});
  }
  return {metrics: [...families.values()].map(family => finished(family, path)), problems};
}

type Family = Span & {
  readonly name: string;
  type: MetricType;
  help: string;
  readonly labelValues: Map<string, Set<string>>;
  readonly buckets: Set<string>;
  hasSeries: boolean;
};

function* linesOf(source: string) {
  let start = source.startsWith('\uFEFF') ? 1 : 0;
  while (start < source.length) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    yield {text: source.slice(start, end).trimEnd(), start};
    start = end + 1;
  }
}

function readLine(text: string, start: number, families: Map<string, Family>) {
  if (text.trim() === '') return undefined;
  const comment = /^[ \t]*#[ \t]+(HELP|TYPE)[ \t]+("(?:[^"\\]|\\.)*"|\S+)[ \t]*(.*)$/.exec(text);
  if (comment) return readComment(comment, text, start, families);
  if (/^[ \t]*#/.test(text)) return undefined;

  const sample = readSample(text, start);
  if (sample.kind === 'problem') return sample.problem;
  addSample(sample, families);
  return undefined;
}

function readComment(
  [, keyword, written = '', rest = '']: RegExpExecArray,
  text: string,
  lineStart: number,
  families: Map<string, Family>,
) {
  const start = lineStart + text.indexOf(written);
  const name = written.startsWith('"') ? written.slice(1, -1) : written;
  const family = familyOf(families, name, {start, end: start + written.length});
  if (keyword === 'HELP') {
    family.help = rest.replaceAll(/\\([\\n"])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
    return undefined;
  }
  const type = metricTypeOf(rest.trim());
  if (type !== undefined) {
    family.type = type;
    return undefined;
  }
  const data = {found: rest.trim(), expected: 'a metric type'};
  const end = lineStart + text.length;
  return {code: 'metrics-syntax', data, start: end - rest.length, end} as const;
}

function familyOf(families: Map<string, Family>, name: string, at: Span): Family {
  const known = families.get(name);
  if (known) return known;
  const family: Family = {
    name,
    type: 'unknown',
    help: '',
    labelValues: new Map(),
    buckets: new Set(),
    hasSeries: false,
    ...at,
  };
  families.set(name, family);
  return family;
}

function addSample({name, labels, at}: Sample, families: Map<string, Family>) {
  const owner = familyOfSeries(name, candidate => families.get(candidate))?.family;
  const family = owner ?? familyOf(families, name, at);
  family.hasSeries = true;
  for (const [label, value] of labels) {
    if (label === 'le') family.buckets.add(value);
    else if (label !== 'quantile') addLabel(family, label, value);
  }
}

function addLabel({labelValues}: Family, label: string, value: string) {
  const values = labelValues.get(label);
  if (values) values.add(value);
  else labelValues.set(label, new Set([value]));
}

function finished(family: Family, path: string): MetricFamily {
  const {name, type, help, labelValues, buckets, hasSeries, start, end} = family;
  return {
    kind: 'metric',
    name,
    type,
    help,
    labels: hasSeries ? [...labelValues.keys()] : undefined,
    labelValues: Object.fromEntries([...labelValues].map(([label, values]) => [label, [...values]])),
    buckets: [...buckets],
    path,
    start,
    end,
  };
}
