import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {hostname, userInfo} from 'node:os';
import process from 'node:process';
import type {FoundRunbook} from '../find-runbook';
import type {Io} from '../io';
import {VERSION} from '../version';
import {createRecordFolder, recordWriter} from '../../runner';
import type {Ask, Emit, Plan, RecordWriter, RunFacts, Selection} from '../../runner';
import {printable} from '../../core';

/** What a run is recorded with, known before it begins. */
export type RecordRequest = Pick<
  RunFacts,
  'called' | 'selection' | 'options' | 'continues' | 'pageHash'
> & {
  /** The folder that has or gets `.runbook`, absolute. */
  readonly project: string;
};

export function recordRequest(
  {document}: FoundRunbook,
  request: {
    readonly called: string;
    readonly selection: Selection;
    readonly options: readonly string[];
    readonly project: string;
    readonly continues: string | null;
  },
): RecordRequest {
  const pageHash = createHash('sha256').update(document.source, 'utf8').digest('hex');
  return {...request, pageHash};
}

export type RunRecording = {
  /** The record hears of everything before anybody else does. */
  readonly before: (emit: Emit) => Emit;
  /** The secrets that a person types are known from here on. */
  readonly overhear: (ask: Ask) => Ask;
  readonly id: string;
  /** Aborted when the record can no longer be written. */
  readonly failed: AbortSignal;
  /** Says where the record is; false if it is not complete. */
  readonly finish: (options: {readonly format: 'text' | 'ndjson'}) => boolean;
};

/** Begins the record of a run; undefined, and said, where it cannot be written. */
export async function startRecord(
  plan: Plan,
  {project, ...request}: RecordRequest,
  {cwd, stderr}: Io,
): Promise<RunRecording | undefined> {
  const secrets = new Set(
    plan.inputs.flatMap(({input, given}) =>
      input.type === 'secret' && given !== null ? [given.value] : [],
    ),
  );
  const folder = attempt(() => createRecordFolder(project, new Date()));
  if ('error' in folder) {
    stderr.write(
      `runbook: Nothing was run, because its record cannot be written: ${reasonOf(folder.error)}.\n` +
        `Records are kept below \`.runbook\` in ${printable(project)}. Make it writable, or its disk roomy, and run it again.\n`,
    );
    return undefined;
  }
  const writer = recordWriter(folder.value, {
    facts: {
      ...request,
      program: VERSION,
      who: userName(),
      where: {host: hostname(), pid: process.pid, cwd, project},
      commit: await commitOf(project),
      target: plan.kube,
    },
    time: () => new Date(),
    secrets: () => [...secrets],
  });
  return {
    id: folder.value.id,
    before: emit => async event => {
      await writer.emit(event);
      await emit(event);
    },
    overhear: ask => ({
      ...ask,
      async input(question, signal) {
        const reply = await ask.input(question, signal);
        if (question.input.type === 'secret' && reply.kind === 'value') secrets.add(reply.value);
        return reply;
      },
    }),
    failed: writer.failed,
    finish({format}) {
      writer.close();
      if (format === 'text') stderr.write(`Record: ${folder.value.id}\n`);
      return sayIfFailed(writer, {stderr});
    },
  };
}

function sayIfFailed({failed, failure}: RecordWriter, {stderr}: Pick<Io, 'stderr'>): boolean {
  if (!failed.aborted) return true;
  stderr.write(
    `runbook: The run was ended, because its record could not be written on: ${reasonOf(failure())}.\n`,
  );
  return false;
}

type Attempt<Value> = {readonly value: Value} | {readonly error: unknown};

function attempt<Value>(work: () => Value): Attempt<Value> {
  try {
    return {value: work()};
  } catch (error) {
    return {error};
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EACCES: 'the folder may not be written',
  EPERM: 'the folder may not be written',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a file is where the folder should be',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return (
    (code && REASONS[code]) ?? printable(error instanceof Error ? error.message : String(error))
  );
}

/** A user id without a name, as in many containers, is an error to Node. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** Null where there is no git, or no repository. */
function commitOf(project: string): Promise<string | null> {
  return new Promise(resolve => {
    execFile('git', ['rev-parse', 'HEAD'], {cwd: project, timeout: 2000}, (error, stdout) => {
      resolve(error === null ? stdout.trim() : null);
    });
  });
}
