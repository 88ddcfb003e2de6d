import {spawnSync} from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {createRecordFolder} from '../../src/runner';
import {inTurn, report} from './compare';

const MEGABYTES = 1024;
/** Each round leaves a record of a gigabyte until the end. */
const ROUNDS = 2;

/** A gigabyte of log lines through a step of a run, and through `cat`, both into a pipe. */
export async function output(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-bench-'));
  try {
    writeLog(join(folder, 'log'));
    writeFileSync(join(folder, 'page.md'), '# Page\n\n```bash {"name":"log"}\ncat log\n```\n');
    let megabytes = 0;
    const pairs = await inTurn(
      ROUNDS,
      () => {
        megabytes = Math.max(megabytes, memoryOfRun(folder));
      },
      () => spawnSync('sh', ['-c', 'cat log | cat >/dev/null'], {cwd: folder}),
    );
    return [
      ...report('runbook run', 'cat', pairs),
      `at most ${megabytes.toFixed(0)} MB of memory for ${MEGABYTES} MB of output`,
      `writing and hashing the record alone: ${timeOfRecord(folder).toFixed(1)} ms`,
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Written before the process ends, to a file descriptor that nothing else uses. */
const REPORT_MEMORY =
  'data:text/javascript,import{writeSync}from"node:fs";' +
  'process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))';

/** The most memory that the run held, in megabytes. */
function memoryOfRun(cwd: string): number {
  const run = `"$0" --import '${REPORT_MEMORY}' "$1" run page#log | cat >/dev/null`;
  const {output: streams, stderr} = spawnSync(
    'sh',
    ['-c', run, process.execPath, resolve('dist/runbook.js')],
    {cwd, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8'},
  );
  if (!stderr.includes('Done')) throw new Error(`\`runbook run\` did not end well:\n${stderr}`);
  return Number(streams[3]) / 1024;
}

/** What of the run is spent on its record, in milliseconds: the same bytes in chunks as a pipe gives them. */
function timeOfRecord(folder: string): number {
  const record = createRecordFolder(folder, new Date());
  const log = openSync(join(folder, 'log'), 'r');
  const chunk = Buffer.alloc(65_536);
  const start = performance.now();
  const output = record.openOutput('log');
  for (let size = readSync(log, chunk); size > 0; size = readSync(log, chunk)) {
    output.append(chunk.subarray(0, size));
  }
  output.close();
  record.append('\n');
  record.close();
  closeSync(log);
  return performance.now() - start;
}

/** Lines as services write them: times, paths, addresses and numbers. */
function writeLog(path: string): void {
  const lines = Array.from({length: 7000}, (_, line) => {
    const [time, host] = [String(line % 60).padStart(2, '0'), line % 250];
    return `2026-03-01T10:00:${time}.123Z INFO web-7f9c4d-x2x${line} GET /api/v1/items/${line} status=200 duration_ms=${line % 900} upstream=http://10.0.0.${host}:8080/ trace=${(line * 7919).toString(16).padStart(32, '4b')}\n`;
  });
  const block = Buffer.from(lines.join('')).subarray(0, 1024 * 1024);
  const file = openSync(path, 'w');
  for (let written = 0; written < MEGABYTES; written++) writeSync(file, block);
  closeSync(file);
}
