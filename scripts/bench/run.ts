import {spawn as nodeSpawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Writable} from 'node:stream';
import {main} from '../../src/cli/main';
import type {Io} from '../../src/cli/io';
import {inTurn, report} from './compare';

const BLOCKS = 200;

/** Time per block and start of `runbook run`, each against what it is made of. */
export async function runBench(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-bench-'));
  try {
    return [...(await blocks(folder)), ...(await dryRun(folder))];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function blocks(folder: string): Promise<readonly string[]> {
  const scripts = Array.from({length: BLOCKS}, (_, index) => `echo ${index}`);
  writeFileSync(join(folder, 'blocks.md'), pageOf(scripts));
  const pairs = await inTurn(
    3,
    () => runHere('blocks.md', folder),
    async () => {
      for (const script of scripts) await bash(script);
    },
  );
  return report(`runbook run, ${BLOCKS} blocks`, `bash -c, ${BLOCKS} times`, pairs);
}

async function dryRun(folder: string): Promise<readonly string[]> {
  const page = join(folder, 'blocks.md');
  writeFileSync(page, pageOf(['echo 1']));
  const args = ['dist/runbook.js', 'run', page, '--dry-run'];
  const pairs = await inTurn(
    9,
    () => spawnSync(process.execPath, args, {stdio: 'ignore'}),
    () => spawnSync(process.execPath, ['-e', '0'], {stdio: 'ignore'}),
  );
  return report('runbook run --dry-run', 'node -e 0', pairs);
}

function pageOf(scripts: readonly string[]): string {
  return scripts
    .map((script, index) => `\`\`\`bash {"name":"block-${index}"}\n${script}\n\`\`\`\n`)
    .join('\n');
}

/** In this process, so that the start of Node is not measured with it. */
async function runHere(page: string, cwd: string): Promise<void> {
  const io: Io = {
    stdin: process.stdin,
    stdout: nowhere(),
    stderr: nowhere(),
    env: {PATH: process.env['PATH'], NO_COLOR: '1'},
    cwd,
    onSignal: () => () => {},
  };
  const code = await main(['run', page], io);
  if (code !== 0) throw new Error(`The run of ${page} ended with ${code}.`);
}

function nowhere(): Writable {
  return new Writable({write: (_chunk, _encoding, done) => done()});
}

function bash(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = nodeSpawn('bash', ['-c', script], {stdio: ['ignore', 'pipe', 'pipe']});
    child.stdout.resume();
    child.stderr.resume();
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}
