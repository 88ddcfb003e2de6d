import type {RunRecord} from '../../runner';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import type {Io} from '../io';
import {UserError} from '../user-error';
import {findRecord} from './find-record';
import {htmlReport} from './html-report';
import {jsonReport} from './json-report';
import {markdownReport} from './markdown-report';
import {outputExcerpt} from './read-output';
import {stepSummaries} from './run-summary';
import type {ReportedStep} from './run-summary';

const FORMATS = {markdown: markdownReport, html: htmlReport, json: jsonReport};

/** Prints a record for a ticket, a browser or a program. */
export async function exportRun(
  project: string,
  {
    wanted,
    format = 'markdown',
  }: {readonly wanted: string | undefined; readonly format: string | undefined},
  {stdout}: Io,
): Promise<ExitCode> {
  const report = formatNamed(format);
  const record = await findRecord(project, wanted);
  stdout.write(report(record, await reportedSteps(record)));
  return EXIT_CODES.ok;
}

function formatNamed(format: string) {
  if (format === 'markdown' || format === 'html' || format === 'json') return FORMATS[format];
  throw new UserError(
    `\`--format ${format}\`: expected one of ${Object.keys(FORMATS).join(', ')}.`,
  );
}

async function reportedSteps(record: RunRecord): Promise<readonly ReportedStep[]> {
  const steps: ReportedStep[] = [];
  for (const step of stepSummaries(record)) {
    const output = step.ended?.output ?? null;
    steps.push({...step, excerpt: output && (await outputExcerpt(record, output.file))});
  }
  return steps;
}
