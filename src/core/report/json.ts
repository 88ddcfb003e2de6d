import * as z from 'zod';
import {SEVERITIES} from '../lint';
import type {Finding} from '../lint';
import {summarize} from './report';
import type {ReportOptions, Summary} from './report';

/** Raised when a reader of older reports would misread a newer one. */
const VERSION = 1;

export type JsonReport = {
  readonly version: typeof VERSION;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
};

export function formatJson(
  findings: readonly Finding[],
  {files}: Pick<ReportOptions, 'files'>,
): string {
  const report: JsonReport = {version: VERSION, findings, summary: summarize(findings, files)};
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The JSON Schema of the report. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  const {$schema, ...schema} = z.toJSONSchema(reportSchema(), {io: 'output'});
  return {$schema, title: 'Report of runbook lint', ...schema};
}

function reportSchema() {
  const count = z.int().nonnegative();
  const fromOne = z.int().positive();
  const point = z.strictObject({line: fromOne, column: fromOne, offset: count}).readonly();
  const span = z.strictObject({start: point, end: point}).readonly();
  const edit = z.strictObject({span, text: z.string()}).readonly();
  const finding = z
    .strictObject({
      rule: z.string().meta({description: 'Such as `kubectl/no-truncated-logs`.'}),
      severity: z.enum(SEVERITIES),
      path: z.string().meta({description: 'Relative to the working directory.'}),
      line: fromOne,
      column: fromOne.meta({description: 'In UTF-16 units.'}),
      endLine: fromOne,
      endColumn: fromOne.meta({description: 'Behind the last character.'}),
      message: z.string(),
      help: z.string().meta({description: 'The address of the page of the rule.'}),
      fix: z
        .strictObject({edits: z.array(edit).readonly()})
        .readonly()
        .exactOptional(),
    })
    .readonly();
  const summary = z
    .strictObject({files: count, errors: count, warnings: count, infos: count})
    .readonly();
  return z
    .strictObject({version: z.literal(VERSION), findings: z.array(finding).readonly(), summary})
    .readonly() satisfies z.ZodType<JsonReport>;
}
