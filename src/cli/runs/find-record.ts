import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {printable} from '../../core';
import {RUNS_FOLDER, readRecord} from '../../runner';
import type {ReadRecord, RunRecord} from '../../runner';
import {UserError} from '../user-error';

const RECORD_ID = /^\d{8}-\d{6}-[0-9a-f]{12}$/;

/** The ids of the records below a project, the oldest first. */
export async function recordIds(project: string): Promise<readonly string[]> {
  try {
    const names = await readdir(join(project, RUNS_FOLDER));
    return names.filter(name => RECORD_ID.test(name)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new UserError(`The records below \`${RUNS_FOLDER}\` could not be listed.`, {
      cause: error,
    });
  }
}

/** All records of a project, the newest first. */
export async function readRecords(project: string): Promise<readonly ReadRecord[]> {
  const records: ReadRecord[] = [];
  for (const id of (await recordIds(project)).toReversed()) {
    records.push(await readRecord(join(project, RUNS_FOLDER), id));
  }
  return records;
}

/** The record with that id, the only one that begins so, or the `last` one. */
export async function findRecord(project: string, wanted: string | undefined): Promise<RunRecord> {
  const id = idOf(await recordIds(project), wanted);
  const read = await readRecord(join(project, RUNS_FOLDER), id);
  if (read.kind === 'record') return read.record;
  throw new UserError(`The record ${id} cannot be read: ${printable(read.reason)}.`, {
    hint: `Its files are in ${RUNS_FOLDER}/${id}.`,
  });
}

function idOf(ids: readonly string[], wanted: string | undefined): string {
  if (wanted === undefined) {
    throw new UserError('The id of a run is missing.', {
      hint: 'Type `runbook runs` to see all of them; `last` is the newest.',
    });
  }
  const found = wanted === 'last' ? ids.slice(-1) : ids.filter(id => id.startsWith(wanted));
  const [id] = found;
  if (id === undefined || wanted === '') {
    throw new UserError(
      wanted === 'last' ? 'No run is recorded here.' : `There is no run \`${printable(wanted)}\`.`,
      {hint: 'Type `runbook runs` to see all of them.'},
    );
  }
  if (found.length === 1) return id;
  throw new UserError(`\`${printable(wanted)}\` begins the ids of ${found.length} runs.`, {
    hint: `Give more of it: ${found.slice(0, 5).join(', ')}${found.length > 5 ? ', …' : ''}.`,
  });
}
