import type {Finding} from '../lint';
import {summarize} from './report';
import type {ReportOptions} from './report';

/** Raised when a reader of older reports would misread a newer one. */
const VERSION = 1;

export function formatJson(
  findings: readonly Finding[],
  {files}: Pick<ReportOptions, 'files'>,
): string {
  const report = {version: VERSION, findings, summary: summarize(findings, files)};
  return `${JSON.stringify(report, null, 2)}\n`;
}
