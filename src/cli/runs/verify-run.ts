import {printable} from '../../core';
import {verifyOutputs} from '../../runner';
import type {OutputFlaw, RecordFlaw} from '../../runner';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import type {Io} from '../io';
import {findRecord} from './find-record';
import {stateOf} from './run-state';

/** Says whether a record is as it was written; what a kill has cut off is no change. */
export async function verifyRun(
  project: string,
  wanted: string | undefined,
  {stdout}: Io,
): Promise<ExitCode> {
  const record = await findRecord(project, wanted);
  const {id, entries, flaws, ended} = record;
  const first = flaws.find(({kind}) => kind !== 'torn');
  const outputs = await verifyOutputs(record);
  if (first === undefined && outputs.length === 0) {
    const end = ended === null ? `, ${stateOf(record)}: its end is not recorded` : '';
    stdout.write(`${id}: unchanged, ${entries.length} lines${end}\n`);
    return EXIT_CODES.ok;
  }
  const lines = [...(first === undefined ? [] : [flawLine(first)]), ...outputs.map(outputLine)];
  stdout.write(lines.map(line => `${id}: ${printable(line)}\n`).join(''));
  return EXIT_CODES.failed;
}

function flawLine({line, kind}: RecordFlaw): string {
  const place = `record.ndjson:${line}`;
  switch (kind) {
    case 'changed':
      return `${place} was changed: it does not have the hash that it ends with`;
    case 'out-of-order':
      return `${place} does not follow the line before: lines were removed, added or moved`;
    case 'unread':
      return `${place} is whole, and no entry that this version knows`;
    case 'torn':
      return `${place} was cut off`;
  }
}

function outputLine({step, file, kind}: OutputFlaw): string {
  return kind === 'missing'
    ? `${file}, the output of ${step}, is missing`
    : `${file}, the output of ${step}, was changed`;
}
