import {RECORD_VERSION} from '../../runner';
import type {RunRecord} from '../../runner';
import {stateOf} from './run-state';

/** The entries of a record as they are, for programs; see `run-record.schema.json`. */
export function jsonReport(record: RunRecord): string {
  const {id, entries, flaws} = record;
  const report = {version: RECORD_VERSION, id, state: stateOf(record), flaws, entries};
  return `${JSON.stringify(report, null, 2)}\n`;
}
