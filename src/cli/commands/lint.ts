import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {SEVERITIES, applyFixes, formatJson, formatText, lint} from '../../core';
import type {Finding, Severity, SourceFile} from '../../core';
import {loadConfig} from '../config';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import type {ExitCode} from '../exit-code';
import {hasColor} from '../io';
import type {Io} from '../io';
import {readLintInput, seenFrom, shownPath} from '../lint-files';
import type {LintInput} from '../lint-files';
import {UserError} from '../user-error';

const FORMATS = ['text', 'json'] as const;

/** Mending one thing can bring another to light; more rounds than this would be a loop. */
const MOST_ROUNDS = 10;

export default defineCommand({
  name: 'lint',
  summary: 'Check commands, queries and structure of runbooks',
  args: '[paths…]',
  options: {
    format: {type: 'string', value: 'FORMAT', summary: 'text (default) or json'},
    fix: {type: 'boolean', summary: 'Mend what can be mended without a doubt'},
    'fail-on': {type: 'string', value: 'SEVERITY', summary: 'error (default), warning or info'},
    config: {type: 'string', value: 'FILE', summary: 'Use this configuration'},
  },
  examples: [
    ['Check the project', 'runbook lint'],
    ["Check a folder of anybody's Markdown", 'runbook lint path/to/docs'],
    ['Let CI fail on warnings too', 'runbook lint --fail-on warning'],
  ],
  async run({values, positionals}, io) {
    const format = oneOf('format', values.format ?? 'text', FORMATS);
    const failOn = oneOf('fail-on', values['fail-on'] ?? 'error', SEVERITIES);
    const loaded = await loadConfig(io.cwd, values.config);
    const input = await readLintInput(loaded, {paths: positionals, cwd: io.cwd});
    const {files, findings} = values.fix
      ? await fixAll(input)
      : {files: input.files, findings: lint(input.files, input.options)};
    for (const {path, reason} of input.unreadable) {
      io.stderr.write(`runbook: ${shownPath(io.cwd, input.root, path)}: ${reason}\n`);
    }
    await print({...input, files}, findings, {format, io});
    return exitCode(findings, {failOn, unreadable: input.unreadable.length});
  },
});

async function print(
  {root, files}: Pick<LintInput, 'root' | 'files'>,
  findings: readonly Finding[],
  {format, io}: {readonly format: (typeof FORMATS)[number]; readonly io: Io},
): Promise<void> {
  const shown = findings.map(finding => seenFrom(io.cwd, root, finding));
  const sources = new Map(
    files.map(({path, source}) => [shownPath(io.cwd, root, path), source] as const),
  );
  const text =
    format === 'json'
      ? formatJson(shown, {files: files.length})
      : formatText(shown, {sources, color: hasColor(io.stdout, io.env), files: files.length});
  await new Promise<void>(done => {
    io.stdout.write(text, () => done());
  });
}

/** Lints and mends until nothing more can be mended, then writes the files that changed. */
async function fixAll({root, files, options}: LintInput) {
  let current: readonly SourceFile[] = files;
  let findings = lint(current, options);
  for (let round = 0; round < MOST_ROUNDS && findings.some(({fix}) => fix !== undefined); round++) {
    current = current.map(({path, source}) => ({
      path,
      source: applyFixes(
        source,
        findings.filter(finding => finding.path === path),
      ),
    }));
    findings = lint(current, options);
  }
  for (const [index, file] of current.entries()) {
    if (file.source !== files[index]?.source)
      await writeFile(resolve(root, file.path), file.source);
  }
  return {files: current, findings};
}

function exitCode(
  findings: readonly Finding[],
  {failOn, unreadable}: {readonly failOn: Severity; readonly unreadable: number},
): ExitCode {
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const failed = unreadable > 0 || findings.some(({severity}) => failing.includes(severity));
  return failed ? EXIT_CODES.failed : EXIT_CODES.ok;
}

function oneOf<const T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find(candidate => candidate === value);
  if (found !== undefined) return found;
  throw new UserError(
    `\`--${option} ${value}\` is not known, expected one of ${values.join(', ')}.`,
  );
}
