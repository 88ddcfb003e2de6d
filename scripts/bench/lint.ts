import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {cliStart} from './cli-start';
import {inventCorpus, ruleFile} from './corpus';
import type {Corpus} from './corpus';

const SIZES = [100, 1_000, 10_000] as const;
const COMPARED = 1_000;

/** Speed, memory and growth of the lint on invented runbooks, and the usual pair on the same ones. */
export async function lintCorpus(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-bench-'));
  try {
    const lines = SIZES.flatMap(size => measure(size, folder));
    return [...lines, ...(await cliStart())];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function measure(size: number, folder: string): readonly string[] {
  const corpus = inventCorpus(size);
  const root = join(folder, String(size));
  for (const {path, source} of corpus.files) write(join(root, 'docs', path), source);
  const ours = runLint(root);
  const {scripts, queries} = corpus;
  return [
    `${size} runbooks, ${scripts.length} blocks, ${queries.length} queries: ` +
      `${ours.ms.toFixed(0)} ms, ${(ours.ms / size).toFixed(2)} ms a runbook, ` +
      `${perSecond(scripts.length, ours.ms)} blocks/s, ${perSecond(queries.length, ours.ms)} queries/s, ` +
      `at most ${ours.megabytes.toFixed(0)} MB`,
    ...(size === COMPARED ? compare(corpus, {root, ours: ours.ms}) : []),
  ];
}

/** Written before the process ends, to a file descriptor that nothing else uses. */
const REPORT_MEMORY =
  'data:text/javascript,import{writeSync}from"node:fs";' +
  'process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))';

/** Wall clock of the whole process, and the most memory that it held. */
function runLint(root: string): {readonly ms: number; readonly megabytes: number} {
  const start = performance.now();
  const child = spawnSync(
    process.execPath,
    ['--import', REPORT_MEMORY, resolve('dist/runbook.js'), 'lint', 'docs', '--format', 'json'],
    {cwd: root, stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8'},
  );
  const ms = performance.now() - start;
  if (child.status !== 0 && child.status !== 1) {
    throw new Error(`\`runbook lint\` ended with ${child.status}:\n${child.stderr}`);
  }
  return {ms, megabytes: Number(child.output[3]) / 1024};
}

/** One call of each of the pair: all blocks as files for one, all queries as one file for the other. */
function compare(
  {scripts, queries}: Corpus,
  {root, ours}: {readonly root: string; readonly ours: number},
): readonly string[] {
  const names = scripts.map((script, index) => {
    write(join(root, 'scripts', `${index}.bash`), script);
    return `${index}.bash`;
  });
  write(join(root, 'queries.yml'), ruleFile('queries', queries));
  const shell = timeOf(process.env['SHELLCHECK'] ?? 'shellcheck', {
    args: ['-f', 'json', '-s', 'bash', ...names],
    cwd: join(root, 'scripts'),
  });
  const promql = timeOf(process.env['PROMTOOL'] ?? 'promtool', {
    args: ['check', 'rules', '--lint=none', 'queries.yml'],
    cwd: root,
  });
  if (shell === undefined || promql === undefined) {
    return [
      '  no comparison: shellcheck and promtool are needed, in PATH or as SHELLCHECK and PROMTOOL',
    ];
  }
  const pair = shell + promql;
  return [
    `  shellcheck: ${shell.toFixed(0)} ms, promtool check rules: ${promql.toFixed(0)} ms`,
    `  the pair takes ${(pair / ours).toFixed(1)} × as long as runbook lint`,
  ];
}

type Call = {readonly args: readonly string[]; readonly cwd: string};

/** Undefined if the program is not there. */
function timeOf(program: string, {args, cwd}: Call): number | undefined {
  const start = performance.now();
  const {error} = spawnSync(program, args, {cwd, stdio: 'ignore'});
  return error === undefined ? performance.now() - start : undefined;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}

function perSecond(count: number, ms: number): string {
  return Math.round((count / ms) * 1000).toLocaleString('en');
}
