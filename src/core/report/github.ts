import type {Finding, Severity} from '../lint';
import {printable} from './printable';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** Workflow commands of GitHub Actions: each finding becomes an annotation of the changed line. */
export function formatGithub(findings: readonly Finding[]): string {
  return findings.map(finding => `${annotationOf(finding)}\n`).join('');
}

function annotationOf({severity, path, line, column, endLine, endColumn, ...finding}: Finding) {
  // GitHub takes columns only where both are on one line, and its last column is inside.
  const columns = line === endLine ? {col: column, endColumn: Math.max(column, endColumn - 1)} : {};
  const place = {file: path, line, endLine, ...columns, title: finding.rule};
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(value)}`);
  const text = `${printable(finding.message)}\n${finding.help}`;
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
