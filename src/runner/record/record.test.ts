import {
  appendFileSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {temporaryFolder} from '../__fixtures__/processes';
import {commandStep, inputOf, runbookOf} from '../__fixtures__/steps';
import type {RunEvent} from '../events';
import {resultOf} from '../steps/run-context';
import type {RunFacts} from './entries-of';
import {readRecord} from './read-record';
import {RUNS_FOLDER, createRecordFolder} from './record-folder';
import type {RecordFolder} from './record-folder';
import {recordWriter} from './record-writer';
import {verifyOutputs} from './verify-outputs';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const SECRET = 'hunter2';

const step = commandStep('look/../at\u001B[2J', 'echo hi');
const facts: RunFacts = {
  program: '1.0.0',
  who: 'ann',
  where: {host: 'here', pid: 1, cwd: '/work', project: '/work'},
  commit: null,
  target: null,
  called: 'page',
  selection: {step: null, from: null, only: []},
  options: [`--set`, `NOTE=${SECRET}`],
  continues: null,
  pageHash: 'a'.repeat(64),
};
const EVENTS: readonly RunEvent[] = [
  {
    kind: 'plan',
    plan: {
      runbook: runbookOf([step]),
      steps: [{step, reason: {kind: 'chosen'}, consent: 'ask', cwd: '/work', timeoutMs: 1000}],
      leftOut: [],
      inputs: [
        {
          input: inputOf('TOKEN', {type: 'secret'}),
          given: {value: SECRET, origin: '--set'},
        },
      ],
      unattended: false,
      kube: null,
    },
  },
  {kind: 'step-started', step, position: 1, total: 1},
  {kind: 'asked', step, question: {kind: 'input', name: 'NOTE'}, answer: `is ${SECRET}`},
  {kind: 'chunk', step, stream: 'stdout', bytes: Buffer.from('a\u0000')},
  {kind: 'chunk', step, stream: 'stderr', bytes: Uint8Array.of(255)},
  {
    kind: 'step-ended',
    result: resultOf(
      step,
      {kind: 'failed', failure: {kind: 'not-started', reason: `no ${SECRET}`}},
      {
        answer: {
          samples: [{labels: {[SECRET]: SECRET}, text: SECRET, value: null}],
          warnings: [],
          infos: [],
        },
        bytes: 3,
      },
    ),
  },
  {
    kind: 'run-ended',
    result: {outcome: 'failed', results: [], notBegun: [], durationMs: 7},
  },
];

let project = '';
let id = '';

async function write(folder: RecordFolder, events: readonly RunEvent[] = EVENTS) {
  const secrets = () => [SECRET];
  const writer = recordWriter(folder, {facts, time: () => NOW, secrets});
  for (const event of events) await writer.emit(event);
  writer.close();
  return writer;
}

beforeEach(async () => {
  project = temporaryFolder();
  const folder = createRecordFolder(project, NOW);
  id = folder.id;
  await write(folder);
});

const file = () => join(project, RUNS_FOLDER, id, 'record.ndjson');
const lines = () => readFileSync(file(), 'utf8').split('\n').slice(0, -1);

async function read() {
  const result = await readRecord(join(project, RUNS_FOLDER), id);
  if (result.kind !== 'record') throw new Error(result.reason);
  return result.record;
}

describe('a record', () => {
  it('says all of a run, its secrets masked', async () => {
    const {begun, entries, ended, flaws} = await read();
    expect(flaws).toEqual([]);
    expect(begun).toMatchObject({
      id,
      program: '1.0.0',
      who: 'ann',
      options: ['--set', 'NOTE=••••'],
      inputs: [{name: 'TOKEN', type: 'secret', value: '••••', origin: '--set'}],
      steps: [{name: step.name, text: 'echo hi', consent: 'ask', neededBy: null}],
    });
    expect(entries.slice(1, -1)).toEqual([
      {kind: 'step-begun', time: NOW.toISOString(), step: step.id, position: 1},
      {
        kind: 'asked',
        time: NOW.toISOString(),
        step: step.id,
        question: {kind: 'input', name: 'NOTE'},
        answer: 'is ••••',
        note: null,
      },
      {
        kind: 'step-ended',
        time: NOW.toISOString(),
        step: step.id,
        outcome: 'failed',
        reason: 'it could not be started: no ••••',
        details: {kind: 'failed', failure: {kind: 'not-started', reason: 'no ••••'}},
        durationMs: 0,
        exitCode: null,
        signal: null,
        bytes: 3,
        answer: {
          samples: [{labels: {'••••': '••••'}, text: '••••', value: null}],
          warnings: [],
          infos: [],
        },
        leftovers: false,
        output: {
          file: 'output/1-look-..-at-2J.log',
          bytes: 3,
          sha256: '2d28501a66adef190c7f5b220994e76d5cc30f1eb165a8ca6cab56dfd57092fe',
        },
      },
    ]);
    expect(ended).toMatchObject({outcome: 'failed', durationMs: 7});
    expect(readFileSync(file(), 'utf8')).not.toContain(SECRET);
  });

  it('belongs to its owner, sorts by time and is hidden from git', () => {
    expect(id).toMatch(/^20260102-030405-[0-9a-f]{12}$/);
    const mode = (path: string) => (statSync(join(project, path)).mode & 0o777).toString(8);
    expect(mode(join(RUNS_FOLDER, id))).toBe('700');
    expect(mode(join(RUNS_FOLDER, id, 'output'))).toBe('700');
    expect(mode(join(RUNS_FOLDER, id, 'record.ndjson'))).toBe('600');
    expect(readFileSync(join(project, '.runbook/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('reads up to a line that was torn off, at any place', async () => {
    const whole = readFileSync(file());
    for (let length = whole.indexOf('\n') + 1; length < whole.length; length += 41) {
      writeFileSync(file(), whole.subarray(0, length));
      const {flaws, ended} = await read();
      expect(flaws.every(({kind}) => kind === 'torn')).toBe(true);
      expect(ended).toBeNull();
    }
  });

  it('is unreadable, and no error, where its beginning is missing or is no record', async () => {
    for (const content of ['', '{}\n', '\u0000\u0001\n', '[[[[', '{"kind":"run-ended"}\n']) {
      writeFileSync(file(), content);
      expect(await readRecord(join(project, RUNS_FOLDER), id)).toEqual({
        kind: 'unreadable',
        id,
        reason: 'its first line is missing or damaged',
      });
    }
  });

  it('tells the first line that was changed, each of them', async () => {
    const written = lines();
    for (const index of written.keys()) {
      writeLines(written.with(index, (written[index] ?? '').replace('2026', '2027')));
      expect((await read()).flaws[0]).toEqual({line: index + 1, kind: 'changed'});
    }
  });

  it('tells lines that were removed, moved or added', async () => {
    const written = lines();
    writeLines(written.toSpliced(2, 1));
    expect((await read()).flaws).toEqual([{line: 3, kind: 'out-of-order'}]);
    writeLines([...written, written[1] ?? '']);
    expect((await read()).flaws).toEqual([{line: 6, kind: 'out-of-order'}]);
  });

  it('tells output that was changed or removed', async () => {
    expect(await verifyOutputs(await read())).toEqual([]);
    const [output = ''] = readdirSync(join(project, RUNS_FOLDER, id, 'output'));
    appendFileSync(join(project, RUNS_FOLDER, id, 'output', output), 'x');
    expect(await verifyOutputs(await read())).toEqual([
      {step: step.id, file: `output/${output}`, kind: 'changed'},
    ]);
  });
});

describe('a record that cannot be written', () => {
  it('ends the run at the first failure, and writes nothing after it', async () => {
    const full = Object.assign(new Error('full'), {code: 'ENOSPC'});
    const written: string[] = [];
    const writer = await write({
      id: 'x',
      append: line => void written.push(line),
      openOutput: () => ({
        append() {
          throw full;
        },
        close: () => ({file: '', bytes: 0, sha256: ''}),
      }),
      close() {},
    });
    expect([writer.failed.aborted, writer.failure(), written.length]).toEqual([true, full, 3]);
  });

  it('never writes through a link', () => {
    const folder = createRecordFolder(project, NOW);
    const target = join(project, 'precious');
    writeFileSync(target, '');
    symlinkSync(target, join(project, RUNS_FOLDER, folder.id, 'output', 'a.log'));
    expect(() => folder.openOutput('a.log')).toThrow('EEXIST');
  });
});

function writeLines(all: readonly string[]): void {
  writeFileSync(file(), all.map(line => `${line}\n`).join(''));
}
