import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {NO_LINE, checkSeal} from './chain';
import {recordEntry} from './entry';
import type {EntryOf, RecordEntry, RunBegun} from './entry';

/** What is wrong with a record, at a line that counts from 1. */
export type RecordFlaw = {
  readonly line: number;
  /** `torn`: the last line was cut off, as by a kill; `unread`: no entry that we know. */
  readonly kind: 'changed' | 'out-of-order' | 'torn' | 'unread';
};

export type RunRecord = {
  readonly id: string;
  /** The folder with its files, absolute. */
  readonly folder: string;
  readonly begun: RunBegun;
  readonly entries: readonly RecordEntry[];
  /** Null where the run never came to its end. */
  readonly ended: EntryOf<'run-ended'> | null;
  readonly flaws: readonly RecordFlaw[];
};

export type ReadRecord =
  | {readonly kind: 'record'; readonly record: RunRecord}
  | {readonly kind: 'unreadable'; readonly id: string; readonly reason: string};

/** Reads what can be read; a damaged record is a value, never an error. */
export async function readRecord(runs: string, id: string): Promise<ReadRecord> {
  const folder = join(runs, id);
  const text = await textOf(join(folder, 'record.ndjson'));
  if (text.kind === 'unreadable') return {kind: 'unreadable', id, reason: text.reason};
  const {entries, flaws} = readLines(text.value);
  const [begun] = entries;
  if (begun?.kind !== 'run-begun') {
    return {kind: 'unreadable', id, reason: 'its first line is missing or damaged'};
  }
  const ended = entries.findLast(entry => entry.kind === 'run-ended') ?? null;
  return {kind: 'record', record: {id, folder, begun, entries, ended, flaws}};
}

type Text =
  | {readonly kind: 'text'; readonly value: string}
  | {readonly kind: 'unreadable'; readonly reason: string};

async function textOf(path: string): Promise<Text> {
  try {
    return {kind: 'text', value: await readFile(path, 'utf8')};
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return {kind: 'unreadable', reason};
  }
}

function readLines(text: string): Pick<RunRecord, 'entries' | 'flaws'> {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  const entries: RecordEntry[] = [];
  const flaws: RecordFlaw[] = [];
  let previous = NO_LINE;
  for (const [index, line] of lines.entries()) {
    const seal = checkSeal(line, previous);
    if (seal.kind !== 'sealed') flaws.push({line: index + 1, kind: seal.kind});
    previous = claimedHash(line);
    const entry = parseEntry(line);
    if (entry !== undefined) entries.push(entry);
    else if (seal.kind === 'sealed') flaws.push({line: index + 1, kind: 'unread'});
  }
  return {
    entries,
    flaws: rest === '' ? flaws : [...flaws, {line: lines.length + 1, kind: 'torn'}],
  };
}

/** Of a changed line too, so that one change is one flaw. */
function claimedHash(line: string): string {
  return /"hash":"([0-9a-f]{64})"\}$/.exec(line)?.[1] ?? NO_LINE;
}

function parseEntry(line: string): RecordEntry | undefined {
  try {
    return recordEntry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
