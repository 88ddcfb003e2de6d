import {printable} from '../../core';
import type {ReadRecord} from '../../runner';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import type {Io} from '../io';
import {table} from '../table';
import {readRecords} from './find-record';
import {durationOf, shownTime, stateOf} from './run-state';

/** Prints a line for each run, the newest first. */
export async function listRuns(project: string, {stdout, stderr}: Io): Promise<ExitCode> {
  const records = await readRecords(project);
  if (records.length === 0) {
    stderr.write('No run is recorded here. `runbook run` records each in `.runbook/runs`.\n');
    return EXIT_CODES.ok;
  }
  stdout.write(
    table([['ID', 'RUNBOOK', 'OUTCOME', 'STARTED', 'TOOK', 'WHO'], ...records.map(rowOf)]),
  );
  return EXIT_CODES.ok;
}

function rowOf(read: ReadRecord): readonly string[] {
  if (read.kind === 'unreadable')
    return [read.id, '-', `unreadable: ${read.reason}`, '-', '-', '-'];
  const {record} = read;
  const {id, begun} = record;
  const {runbook, time, who, where} = begun;
  const damage = record.flaws.some(({kind}) => kind !== 'torn') ? ', changed' : '';
  return [
    id,
    runbook.slug,
    `${stateOf(record)}${damage}`,
    shownTime(time),
    durationOf(record),
    `${who}@${where.host}`,
  ].map(printable);
}
