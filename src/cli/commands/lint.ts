import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {SEVERITIES, lint} from '../../core';
import type {EngineFindings, Finding, Severity, SourceFile} from '../../core';
import {compareWithBaseline, readBaseline, writeBaseline} from '../baseline';
import {CONFIG_FILE, loadConfig} from '../config';
import type {LoadedConfig} from '../config';
import {defineCommand} from '../define-command';
import type {OptionValues} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {mend, writeMended} from '../fix-files';
import type {Mended} from '../fix-files';
import type {Io, Output} from '../io';
import {unifiedDiff} from '../line-diff';
import {readLintInput, seenFrom, shownPath} from '../lint-files';
import type {LintInput} from '../lint-files';
import {followLint} from '../lint-progress';
import {FORMATS, renderReport} from '../render-report';
import type {Format} from '../render-report';
import {UserError} from '../user-error';
import {writeConfig} from '../write-config';

const options = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    summary: `${FORMATS.join(', ')}; text if not given`,
  },
  output: {type: 'string', short: 'o', value: 'FILE', summary: 'Write the report to a file'},
  fix: {type: 'boolean', summary: 'Mend what can be mended without a doubt'},
  'dry-run': {type: 'boolean', summary: 'With --fix, print the changes and write nothing'},
  'fail-on': {type: 'string', value: 'SEVERITY', summary: 'error (default), warning or info'},
  strict: {type: 'boolean', summary: 'The same as --fail-on info'},
  changed: {
    type: 'string',
    value: 'REF',
    bare: 'HEAD',
    summary: 'Only files that differ from a commit; from HEAD if none is given',
  },
  baseline: {type: 'string', value: 'FILE', summary: 'Let findings of this file pass'},
  'update-baseline': {type: 'boolean', summary: 'Write the findings of now to the baseline'},
  'stdin-path': {type: 'string', value: 'PATH', summary: 'What to call standard input (-)'},
  shellcheck: {type: 'boolean', summary: 'Ask ShellCheck about shell blocks too'},
  stats: {type: 'boolean', summary: 'Say what was checked and how long it took'},
  init: {type: 'boolean', summary: `Write a ${CONFIG_FILE} for what is here`},
  config: {type: 'string', short: 'c', value: 'FILE', summary: 'Use this configuration'},
} as const;

type Values = OptionValues<typeof options>;

export default defineCommand({
  name: 'lint',
  summary: 'Check commands, queries and structure of runbooks',
  args: '[paths…]',
  options,
  examples: [
    ['Check the project', 'runbook lint'],
    ["Check a folder of anybody's Markdown", 'runbook lint path/to/docs'],
    ['Let CI fail on warnings too', 'runbook lint --fail-on warning'],
    ['Check what this branch changes', 'runbook lint --changed=origin/main'],
    [
      'Start today, mend the rest later',
      'runbook lint --baseline runbook.baseline.json --update-baseline',
    ],
  ],
  async run({values, positionals}, io) {
    const settings = settingsOf(values, positionals);
    if (values.init === true) return init(io);
    const follow = followLint({now: () => performance.now(), stderr: io.stderr});
    const loaded = await loadConfig(io.cwd, values.config);
    const request = {
      paths: positionals,
      stdinPath: values['stdin-path'],
      changed: values.changed,
    };
    const read = await readLintInput(loaded, request, io);
    const input = withObserver(read, follow.observer(read.files.length));
    const mended = values.fix === true ? mend(input) : undefined;
    const files = mended?.files ?? input.files;
    const engineFindings =
      values.shellcheck === true ? await askShellcheck(files, loaded, io) : undefined;
    const options = {...input.options, ...(engineFindings && {engineFindings})};
    const findings =
      mended !== undefined && engineFindings === undefined ? mended.findings : lint(files, options);
    follow.clear();
    if (mended !== undefined && values['dry-run'] === true) {
      await print(io.stdout, diffOf(input, mended, io.cwd));
      return EXIT_CODES.ok;
    }
    const unwritten = await writeMended(input.files, files, input.root);
    for (const {path, reason} of unwritten) {
      io.stderr.write(`runbook: ${shownPath(io.cwd, input.root, path)} is not mended: ${reason}\n`);
    }
    const fresh = await withoutBaseline(findings, {values, input, files, io});
    follow.enter('report');
    await report(fresh, {settings, values, input, files, io});
    if (values.stats === true) io.stderr.write(follow.statistics(fresh));
    return unwritten.length > 0 ? EXIT_CODES.failed : exitCode(fresh, settings.failOn);
  },
});

type Settings = {readonly format: Format; readonly failOn: Severity};

function settingsOf(values: Values, paths: readonly string[]): Settings {
  if (values.strict === true && values['fail-on'] !== undefined) {
    throw new UserError('`--strict` and `--fail-on` say the same thing twice.', {
      hint: 'Leave one of them out.',
    });
  }
  if (values['dry-run'] === true && values.fix !== true) {
    throw new UserError('`--dry-run` shows what `--fix` would do.', {hint: 'Add `--fix`.'});
  }
  if (values['update-baseline'] === true && values.baseline === undefined) {
    throw new UserError('`--update-baseline` needs a file.', {
      hint: 'Add `--baseline runbook.baseline.json`.',
    });
  }
  if (values.fix === true && values['dry-run'] !== true && paths.includes('-')) {
    throw new UserError('`--fix` cannot write to standard input.', {
      hint: 'Add `--dry-run` to get the changes as a diff.',
    });
  }
  const failOn = values.strict === true ? 'info' : (values['fail-on'] ?? 'error');
  return {
    format: oneOf('format', values.format ?? 'text', FORMATS),
    failOn: oneOf('fail-on', failOn, SEVERITIES),
  };
}

async function init(io: Io): Promise<ExitCode> {
  const text = await writeConfig(io.cwd);
  io.stderr.write(`${CONFIG_FILE} is written. Next: runbook lint\n`);
  await print(io.stdout, text);
  return EXIT_CODES.ok;
}

/** In the calendar of whoever runs it. */
function today(): string {
  const now = new Date();
  const part = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

function withObserver(
  input: LintInput,
  observe: NonNullable<LintInput['options']['observe']>,
): LintInput {
  return {...input, options: {...input.options, observe, today: today()}};
}

function diffOf({files, root}: LintInput, mended: Mended, cwd: string): string {
  return mended.files
    .map(({path, source}, index) =>
      unifiedDiff(shownPath(cwd, root, path), files[index]?.source ?? source, source),
    )
    .join('');
}

async function askShellcheck(
  files: readonly SourceFile[],
  {config}: LoadedConfig,
  {env}: Io,
): Promise<EngineFindings> {
  const [{runShellcheck}, {spawn}] = await Promise.all([
    import('../engines/shellcheck'),
    import('../../runner'),
  ]);
  return runShellcheck(files, {spawn, env, rules: config.rules});
}

/** What one call of the lint is about. */
type Job = {
  readonly values: Values;
  readonly input: LintInput;
  /** As they are after mending. */
  readonly files: readonly SourceFile[];
  readonly io: Io;
};

async function withoutBaseline(
  findings: readonly Finding[],
  {values, input, files, io}: Job,
): Promise<readonly Finding[]> {
  if (values.baseline === undefined) return findings;
  const file = resolve(io.cwd, values.baseline);
  const sources = new Map(files.map(({path, source}) => [path, source] as const));
  if (values['update-baseline'] === true) {
    await writeBaseline(file, findings, sources);
    io.stderr.write(`${values.baseline} is written: ${count(findings.length, 'finding')}.\n`);
    return [];
  }
  const unchecked = new Set(input.options.context?.map(({path}) => path));
  const {fresh, known, gone} = compareWithBaseline(
    findings,
    await readBaseline(file, values.baseline),
    {sources, isChecked: path => !unchecked.has(path)},
  );
  io.stderr.write(
    `${values.baseline}: ${count(known, 'known finding')} let pass, ${gone} gone since` +
      `${gone > 0 ? '; `--update-baseline` forgets them' : ''}.\n`,
  );
  return fresh;
}

async function report(
  findings: readonly Finding[],
  {settings, values, input, files, io}: Job & {readonly settings: Settings},
): Promise<void> {
  const {root, options: lintOptions} = input;
  const shown = findings.map(finding => seenFrom(io.cwd, root, finding));
  const sources = new Map(
    [...files, ...Object.values(lintOptions.inventory ?? {}).flat()].map(
      ({path, source}) => [shownPath(io.cwd, root, path), source] as const,
    ),
  );
  const text = renderReport(shown, {
    format: settings.format,
    files: files.length + pagesUnread(input),
    sources,
    plugins: lintOptions.plugins ?? [],
    output: values.output === undefined ? io.stdout : undefined,
    env: io.env,
  });
  if (values.output === undefined) return print(io.stdout, text);
  await writeFile(resolve(io.cwd, values.output), text).catch((cause: unknown) => {
    throw new UserError(`The report could not be written to \`${values.output}\`.`, {cause});
  });
}

/** They were to be checked like the others. */
function pagesUnread({options: {unreadable = []}}: LintInput): number {
  return unreadable.filter(({part}) => part === 'page').length;
}

function print(output: Output, text: string): Promise<void> {
  return new Promise<void>(done => {
    output.write(text, () => done());
  });
}

function exitCode(findings: readonly Finding[], failOn: Severity): ExitCode {
  const failing = new Set(SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1));
  const failed = findings.some(({severity}) => failing.has(severity));
  return failed ? EXIT_CODES.failed : EXIT_CODES.ok;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function oneOf<const T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find(candidate => candidate === value);
  if (found !== undefined) return found;
  throw new UserError(
    `\`--${option} ${value}\` is not known, expected one of ${values.join(', ')}.`,
  );
}
