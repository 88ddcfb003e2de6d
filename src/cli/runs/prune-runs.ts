import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {RUNS_FOLDER} from '../../runner';
import type {ReadRecord} from '../../runner';
import type {Config} from '../config';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import type {Io} from '../io';
import {UserError} from '../user-error';
import {readRecords} from './find-record';
import {stateOf} from './run-state';

const DAY_MS = 24 * 60 * 60_000;

/** Removes the records that the configuration does not keep, and names each. */
export async function pruneRuns(
  project: string,
  {keep, days}: Config['runs'],
  {stdout, stderr}: Io,
): Promise<ExitCode> {
  if (keep === undefined && days === undefined) {
    throw new UserError('The configuration does not say which records to keep.', {
      hint: 'Write `runs: {keep: 100, days: 90}` into `runbook.config.yaml`.',
    });
  }
  const oldest = days === undefined ? 0 : Date.now() - days * DAY_MS;
  const records = await readRecords(project);
  const old = records.filter(
    (read, index) => isOver(read) && (index >= (keep ?? Infinity) || beginOf(read) < oldest),
  );
  for (const read of old) {
    const id = idOf(read);
    await rm(join(project, RUNS_FOLDER, id), {recursive: true});
    stdout.write(`${id} removed\n`);
  }
  stderr.write(`${old.length} of ${records.length} records removed.\n`);
  return EXIT_CODES.ok;
}

function idOf(read: ReadRecord): string {
  return read.kind === 'record' ? read.record.id : read.id;
}

function isOver(read: ReadRecord): boolean {
  return read.kind === 'unreadable' || stateOf(read.record) !== 'running';
}

/** The id tells it too, of records that cannot be read. */
function beginOf(read: ReadRecord): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-/.exec(idOf(read)) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
