import {createHash, randomBytes} from 'node:crypto';
import {closeSync, fsyncSync, mkdirSync, openSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';

/** Where the records of a project are. */
export const RUNS_FOLDER = '.runbook/runs';

/** The files of one record, open for writing. Every function may throw what the disk says. */
export type RecordFolder = {
  readonly id: string;
  readonly append: (line: string) => void;
  readonly openOutput: (name: string) => OutputFile;
  readonly close: () => void;
};

export type OutputFile = {
  readonly append: (bytes: Uint8Array) => void;
  /** Says what the file holds now. */
  readonly close: () => {readonly file: string; readonly bytes: number; readonly sha256: string};
};

/**
 * Writes go to the system at once and nothing waits in this process, so that a kill loses no more
 * than the line that is being written. Only the owner may read what is written.
 */
export function createRecordFolder(project: string, now: Date): RecordFolder {
  const runs = join(project, RUNS_FOLDER);
  mkdirSync(runs, {recursive: true, mode: 0o700});
  hideFromGit(join(project, '.runbook', '.gitignore'));
  const id = newId(now);
  const folder = join(runs, id);
  mkdirSync(folder, {mode: 0o700});
  mkdirSync(join(folder, 'output'), {mode: 0o700});
  const record = openNew(join(folder, 'record.ndjson'));
  return {
    id,
    append: line => writeAll(record, Buffer.from(line, 'utf8')),
    openOutput: name => openOutput(folder, `output/${name}`),
    close() {
      fsyncSync(record);
      closeSync(record);
    },
  };
}

/** Sorts by time; the rest nobody can foresee. */
function newId(now: Date): string {
  const [day = '', clock = ''] = now.toISOString().split('T');
  const time = `${day.replaceAll('-', '')}-${clock.slice(0, 8).replaceAll(':', '')}`;
  // Milliseconds first, so that the names of two runs of one second are in their order too.
  const millis = now.getUTCMilliseconds().toString(16).padStart(3, '0');
  return `${time}-${millis}${randomBytes(5).toString('hex').slice(1)}`;
}

function openOutput(folder: string, file: string): OutputFile {
  const output = openNew(join(folder, file));
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    append(chunk) {
      writeAll(output, chunk);
      hash.update(chunk);
      bytes += chunk.length;
    },
    close() {
      closeSync(output);
      return {file, bytes, sha256: hash.digest('hex')};
    },
  };
}

/** A file that is there already, or a link, is never written into. */
function openNew(path: string): number {
  return openSync(path, 'ax', 0o600);
}

function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

function hideFromGit(path: string): void {
  try {
    writeFileSync(path, '*\n', {flag: 'wx', mode: 0o600});
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
