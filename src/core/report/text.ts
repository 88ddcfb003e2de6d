import {indexPlaces} from '../document';
import type {PlaceIndex} from '../document';
import type {Finding, Severity} from '../lint';
import {frameOf} from './frame';
import {printable} from './printable';
import {summarize} from './report';
import type {ReportOptions} from './report';

/** For people in terminals: each finding with its line of the file, and a count at the end. */
export function formatText(findings: readonly Finding[], options: ReportOptions): string {
  const paint = options.color === true ? colored : plain;
  const lineOf = lineReader(options.sources ?? new Map());
  const parts = findings.map(finding => describe(finding, lineOf(finding), paint));
  return [...parts, countOf(findings, options.files, paint)].join('\n');
}

type Style = Severity | 'bold' | 'dim';
type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, number>> = {error: 31, warning: 33, info: 36, bold: 1, dim: 2};

function colored(style: Style, text: string): string {
  return `\u001b[${CODES[style]}m${text}\u001b[0m`;
}

function plain(_: Style, text: string): string {
  return text;
}

function lineReader(
  sources: ReadonlyMap<string, string>,
): (finding: Finding) => string | undefined {
  const indexes = new Map<string, PlaceIndex>();
  return ({path, line}) => {
    const source = sources.get(path);
    if (source === undefined) return undefined;
    const index = indexes.get(path) ?? indexPlaces(source.replace(/^\uFEFF/, ''));
    indexes.set(path, index);
    return index.line(line);
  };
}

function describe(finding: Finding, line: string | undefined, paint: Paint): string {
  const {path, severity, message, rule, help} = finding;
  const place = paint('bold', `${printable(path)}:${finding.line}:${finding.column}`);
  const head = `${place} ${paint(severity, severity)} ${printable(message)} ${paint('dim', `[${rule}]`)}`;
  const frame = line === undefined ? [] : framed(finding, line, paint);
  return [head, ...frame, `help: ${help}`, ''].join('\n');
}

function framed(finding: Finding, line: string, paint: Paint): readonly string[] {
  const {column, endColumn, endLine} = finding;
  const end = endLine > finding.line ? line.length + 1 : endColumn;
  const {code, marks} = frameOf(line, {start: column, end});
  const number = String(finding.line).padStart(4);
  return [
    `${paint('dim', `${number} |`)} ${code}`.trimEnd(),
    `${paint('dim', `${' '.repeat(number.length)} |`)} ${paint(finding.severity, marks)}`,
  ];
}

function countOf(findings: readonly Finding[], files: number, paint: Paint): string {
  const {errors, warnings, infos} = summarize(findings, files);
  const counts = [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')];
  const found = counts.filter(text => !text.startsWith('0 '));
  const subject = found.length === 0 ? 'No findings' : found.join(', ');
  return `${paint('bold', `${subject} in ${count(files, 'file')}.`)}\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
