import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import * as z from 'zod';
import {compareFindings, isEngineRule, parseRunbook} from '../../core';
import type {EngineFindings, Finding, MarkdownDocument, Severity, SourceFile} from '../../core';
import type {Config} from '../config';
import type {Spawn} from '../../runner';
import {UserError} from '../user-error';

export type ShellcheckOptions = {
  readonly spawn: Spawn;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A path, or a name that is looked up in `PATH`. */
  readonly program?: string;
  /** As the configuration has them: severities of `shellcheck/SC2046` and the like. */
  readonly rules?: Config['rules'];
};

type Block = MarkdownDocument['blocks'][number];

/** A block as ShellCheck gets it; its comments are numbered by file, `0.sh` and so on. */
type Call = Omit<ShellcheckOptions, 'rules'> & {
  readonly folder: string;
  readonly rules: readonly string[];
};

type Script = {
  readonly path: string;
  readonly text: string;
  readonly block: Block;
  readonly inputs: ReadonlySet<string>;
};

/**
 * What of ShellCheck holds for a block of a page: not its style, which is the author's; not what
 * our own rules say with more knowledge of the page (SC1018, SC1044, SC1132, SC2024, SC2115); not
 * SC1083 and SC2016, which object to `@{u}` and to `kubectl exec … sh -c 'echo "$HOSTNAME"'`.
 */
const CODES = [1101, 2029, 2046, 2079, 2154, 2164, 2211, 2238, 2260, 2261, 2276, 2283, 2288];

const UNASSIGNED = 2154;

/** Keeps the command line below the limit of every system. */
const FILES_IN_A_CALL = 2000;

/**
 * Runs ShellCheck over the shell blocks of Markdown files and gives its comments as findings of
 * `shellcheck/SC2046` and the like, warnings if the configuration says nothing else, at their
 * places in the files. A `UserError` where it cannot be run.
 */
export async function runShellcheck(
  files: readonly SourceFile[],
  options: ShellcheckOptions,
): Promise<EngineFindings> {
  const severities = severitiesOf(options.rules);
  const rules = [...severities.keys()];
  const scripts = rules.length === 0 ? [] : files.flatMap(scriptsOf);
  if (scripts.length === 0) return {rules, findings: []};
  const folder = await mkdtemp(join(tmpdir(), 'runbook-shellcheck-'));
  try {
    const comments = await check(scripts, {...options, folder, rules});
    const findings = comments.flatMap(comment => findingOf(comment, scripts, severities));
    return {rules, findings: findings.sort(compareFindings)};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Our choice of codes, and what the configuration adds, changes or switches off. */
function severitiesOf(settings: ShellcheckOptions['rules'] = {}): ReadonlyMap<string, Severity> {
  const severities = new Map<string, Severity>(CODES.map(code => [ruleOf(code), 'warning']));
  for (const [id, {severity = 'warning'}] of Object.entries(settings)) {
    if (!isEngineRule(id)) continue;
    if (severity === 'off') severities.delete(id);
    else severities.set(id, severity);
  }
  return severities;
}

function ruleOf(code: number): string {
  return `shellcheck/SC${code}`;
}

/** Blocks that bash could not read are left out: one mistake would give many comments. */
function scriptsOf({path, source}: SourceFile): readonly Script[] {
  if (!/\.mdx?$/i.test(path)) return [];
  const {blocks, inputs} = parseRunbook(source, {path});
  const names = new Set(inputs.map(({name}) => name));
  return blocks.flatMap(block => {
    const {shell, normalized} = block;
    if (shell === undefined || normalized === undefined || shell.errors.length > 0) return [];
    return [{path, text: normalized.text, block, inputs: names}];
  });
}

async function check(scripts: readonly Script[], options: Call): Promise<readonly Comment[]> {
  const names = scripts.map((_, index) => `${index}.sh`);
  await Promise.all(
    scripts.map(({text}, index) => writeFile(join(options.folder, `${index}.sh`), `${text}\n`)),
  );
  const comments: Comment[] = [];
  for (let start = 0; start < names.length; start += FILES_IN_A_CALL) {
    comments.push(...(await call(names.slice(start, start + FILES_IN_A_CALL), options)));
  }
  return comments;
}

async function call(
  names: readonly string[],
  {spawn, env, folder, rules, program = 'shellcheck'}: Call,
): Promise<readonly Comment[]> {
  const output: Record<'stdout' | 'stderr', Uint8Array[]> = {stdout: [], stderr: []};
  const codes = rules.map(rule => rule.replace('shellcheck/', '')).join(',');
  const args = ['--norc', '--shell=bash', '--format=json1', `--include=${codes}`];
  const request = {file: program, args: [...args, ...names], cwd: folder, env};
  const {exitCode, startError} = await spawn(
    {...request, stdio: 'pipes'},
    async ({stream, bytes}) => {
      output[stream].push(bytes);
    },
  ).ended;
  // 0 without comments, 1 with some; more where it could not do its work.
  if (startError !== null || exitCode === null || exitCode > 1) {
    throw unavailable(program, startError ?? Buffer.concat(output.stderr).toString('utf8'));
  }
  return report.parse(JSON.parse(Buffer.concat(output.stdout).toString('utf8'))).comments;
}

/** Lines and columns count from 1, columns in code points. */
const report = z.object({
  comments: z.array(
    z.object({
      file: z.string(),
      line: z.int(),
      column: z.int(),
      endLine: z.int(),
      endColumn: z.int(),
      code: z.int(),
      message: z.string(),
    }),
  ),
});

type Comment = z.infer<typeof report>['comments'][number];

function findingOf(
  comment: Comment,
  scripts: readonly Script[],
  severities: ReadonlyMap<string, Severity>,
): readonly Finding[] {
  const script = scripts[Number.parseInt(comment.file, 10)];
  if (script === undefined) return [];
  const {text, block, path, inputs} = script;
  const from = offsetOf(text, comment.line, comment.column);
  const to = offsetOf(text, comment.endLine, comment.endColumn);
  const name = /\w+/.exec(text.slice(from, to))?.[0] ?? '';
  if (comment.code === UNASSIGNED && inputs.has(name)) return [];
  const {start, end} = block.place(from, to);
  return [
    {
      rule: ruleOf(comment.code),
      severity: severities.get(ruleOf(comment.code)) ?? 'warning',
      path,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      message: comment.message,
      help: `https://www.shellcheck.net/wiki/SC${comment.code}`,
    },
  ];
}

/** The UTF-16 offset of a line and a column in code points. */
function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, {length}) => sum + length + 1, 0);
  const characters = Array.from(lines[line - 1] ?? '').slice(0, column - 1);
  return Math.min(text.length, before + characters.join('').length);
}

function unavailable(program: string, reason: string): UserError {
  const [line = ''] = reason.trim().split('\n');
  return new UserError(`\`${program}\` could not be run: ${line}.`.replace(/\.\.$/, '.'), {
    hint: 'Install ShellCheck (https://www.shellcheck.net) or leave out `--shellcheck`.',
  });
}
