import {createReadStream} from 'node:fs';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {printable} from '../../core';
import type {RunRecord} from '../../runner';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import type {Io} from '../io';
import {table} from '../table';
import {UserError} from '../user-error';
import {findRecord} from './find-record';
import {outputExcerpt} from './read-output';
import {durationOf, shownTime, stateOf} from './run-state';
import {askedWords, factsOf, inputsOf, outcomeOf, stepSummaries} from './run-summary';
import type {StepSummary} from './run-summary';

/** Prints what a run did; with `output`, the whole output of one step. */
export async function showRun(
  project: string,
  {wanted, output}: {readonly wanted: string | undefined; readonly output: string | undefined},
  io: Io,
): Promise<ExitCode> {
  const record = await findRecord(project, wanted);
  if (output !== undefined) return copyOutput(record, output, io);
  const {begun, flaws, ended} = record;
  io.stdout.write(
    `${printable(begun.runbook.title)}: ${stateOf(record)}\n` +
      `${shownTime(begun.time)}, ${durationOf(record)}\n\n` +
      table(factsOf(record).map(row => row.map(printable))) +
      section('Inputs', inputsOf(record)),
  );
  for (const step of stepSummaries(record)) io.stdout.write(await stepText(step, record));
  const notBegun = ended?.notBegun ?? [];
  if (notBegun.length > 0) io.stdout.write(`\nNot begun: ${notBegun.map(printable).join(', ')}\n`);
  if (flaws.some(({kind}) => kind !== 'torn')) {
    io.stderr.write(`\nThis record was changed. Type \`runbook runs verify ${record.id}\`.\n`);
  }
  return EXIT_CODES.ok;
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return '';
  return `\n${title}\n${table(rows.map(([name, value]) => [`  ${name}`, value].map(printable)))}`;
}

async function stepText(step: StepSummary, record: RunRecord): Promise<string> {
  const output = step.ended?.output ?? null;
  const excerpt = output === null ? null : await outputExcerpt(record, output.file);
  const lines = [
    `${step.position}. ${step.id}: ${outcomeOf(step)}`,
    ...step.asked.map(entry => `   asked for ${askedWords(entry)}`),
  ].map(printable);
  if (output === null) return `\n${lines.join('\n')}\n`;
  if (excerpt === null) return `\n${lines.join('\n')}\n   (${output.file} cannot be read)\n`;
  const {head, omittedBytes, tail} = excerpt;
  const gap = `… ${omittedBytes} bytes more: runbook runs show ${record.id} --output ${step.position}`;
  const shown = [...head, ...(omittedBytes === 0 ? [] : [gap]), ...tail];
  return `\n${[...lines, ...shown.map(line => `   │ ${line}`.trimEnd())].join('\n')}\n`;
}

/** By position, name or id; of a step that ran twice, the last. Bytes are passed on as they are. */
async function copyOutput(record: RunRecord, wanted: string, io: Io): Promise<ExitCode> {
  const steps = stepSummaries(record);
  const step = steps.findLast(
    ({position, id}) => [String(position), id].includes(wanted) || id.endsWith(`#${wanted}`),
  );
  if (step === undefined) {
    throw new UserError(`The run has begun no step \`${printable(wanted)}\`.`, {
      hint: `Its steps are ${steps.map(({id}) => printable(id)).join(', ')}.`,
    });
  }
  if (step.ended?.output == null) {
    io.stderr.write(`${printable(step.id)} has no recorded output.\n`);
    return EXIT_CODES.ok;
  }
  await pipeline(
    createReadStream(join(record.folder, step.ended.output.file)),
    harmless(io),
    io.stdout,
    {
      end: false,
    },
  );
  return EXIT_CODES.ok;
}

/** A terminal gets no control sequences; a file or a pipe gets every byte. */
function harmless({stdout}: Io) {
  return async function* pass(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer | string> {
    const decoder = new TextDecoder();
    for await (const chunk of source) {
      if (stdout.isTTY !== true) yield chunk;
      else yield decoder.decode(chunk, {stream: true}).split('\n').map(printable).join('\n');
    }
  };
}
