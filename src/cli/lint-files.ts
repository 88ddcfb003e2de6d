import {relative, resolve} from 'node:path';
import {inventoryKindOf} from '../core';
import type {Finding, LintOptions, SourceFile} from '../core';
import {changedFiles} from './changed-files';
import type {LoadedConfig} from './config';
import {findFiles, ignoreBelow, readFiles} from './files';
import type {ReadFiles} from './files';
import type {Io} from './io';
import {loadEngines} from './engines/load-engines';
import {loadPlugins} from './plugins';
import {MARKDOWN, YAML, existsBelow, readInventory, readMarkdown, sharedInputs} from './project';
import {decodePage} from './read-text';
import {UserError} from './user-error';

/** What one call of the lint reads; all paths are relative to `root`. */
export type LintInput = {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly options: LintOptions;
};

export type Request = {
  readonly paths: readonly string[];
  /** What standard input is called in findings. */
  readonly stdinPath: string | undefined;
  /** Only what differs from this commit. */
  readonly changed: string | undefined;
};

/**
 * Reads the given paths, else those of the configuration with its rule files. The rest of the
 * project comes along unlinted, so that links and alerts find what they point at.
 */
export async function readLintInput(
  loaded: LoadedConfig,
  request: Request,
  io: Io,
): Promise<LintInput> {
  const {config, root} = loaded;
  const plugins = await loadPlugins(loaded);
  const project = await readMarkdown(loaded);
  const inventory = await readInventory(loaded);
  const given =
    request.paths.length === 0
      ? {
          files: [...project.files, ...(inventory?.files.rules ?? [])],
          unreadable: project.unreadable,
        }
      : await readGiven(request, {...loaded, known: project.files}, io);
  if (given.files.length + given.unreadable.length === 0) throw nothingToLint(request.paths);
  const {files, unreadable} = await onlyChanged(given, request, {root, env: io.env});
  const linted = new Set(files.map(({path}) => path));
  return {
    root,
    files,
    options: {
      engines: await loadEngines(files),
      rules: config.rules,
      plugins,
      inputs: sharedInputs(loaded),
      target: definedOnly(config.target),
      context: project.files.filter(({path}) => !linted.has(path)),
      exists: existsBelow(root),
      unreadable: [
        ...unreadable.map(file => ({...file, part: partOf(file.path)})),
        ...(inventory?.unreadable ?? []).map(file => ({...file, part: 'inventory' as const})),
      ],
      ...(inventory && {inventory: inventory.files}),
    },
  };
}

/** The same finding with its path as the person who asked would type it. */
export function seenFrom(cwd: string, root: string, finding: Finding): Finding {
  return {...finding, path: shownPath(cwd, root, finding.path)};
}

export function shownPath(cwd: string, root: string, path: string): string {
  return relative(cwd, resolve(root, path)).replaceAll('\\', '/');
}

async function readGiven(
  {paths, stdinPath}: Request,
  {config, root, known}: LoadedConfig & {readonly known: readonly SourceFile[]},
  io: Io,
): Promise<ReadFiles> {
  const options = {base: io.cwd, ignore: ignoreBelow(root, config.ignore)};
  const named = paths.filter(path => path !== '-');
  const pages = await findFiles(named, {...options, endings: MARKDOWN});
  const others = await findFiles(named, {...options, endings: YAML});
  const fromRoot = (found: readonly string[]) => found.map(path => shownPath(root, io.cwd, path));
  const chosen = readFiles(fromRoot(pages), root, known);
  const more = readFiles(fromRoot(others.filter(path => !pages.includes(path))), root);
  // Folders are full of YAML that is not ours to judge.
  const ruleFiles = more.files.filter(
    ({path, source}) => inventoryKindOf(path, source) === 'rules',
  );
  const stdin = paths.includes('-') ? await readStdin(stdinPath ?? 'stdin.md', root, io) : NOTHING;
  return {
    files: [...chosen.files, ...ruleFiles, ...stdin.files],
    unreadable: [...chosen.unreadable, ...stdin.unreadable],
  };
}

const NOTHING: ReadFiles = {files: [], unreadable: []};

async function readStdin(path: string, root: string, {stdin, cwd}: Io): Promise<ReadFiles> {
  const shown = shownPath(root, cwd, path);
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  const result = decodePage(Buffer.concat(chunks));
  return 'source' in result
    ? {files: [{path: shown, source: result.source}], unreadable: []}
    : {files: [], unreadable: [{path: shown, reason: result.reason}]};
}

async function onlyChanged(
  read: ReadFiles,
  {changed}: Request,
  options: {readonly root: string; readonly env: Io['env']},
): Promise<ReadFiles> {
  if (changed === undefined) return read;
  const paths = await changedFiles(changed, options);
  return {
    files: read.files.filter(({path}) => paths.has(path)),
    unreadable: read.unreadable.filter(({path}) => paths.has(path)),
  };
}

function partOf(path: string): 'page' | 'inventory' {
  return YAML.some(ending => path.endsWith(ending)) ? 'inventory' : 'page';
}

function nothingToLint(paths: readonly string[]): UserError {
  const where = paths.length === 0 ? 'the project' : paths.map(path => `\`${path}\``).join(', ');
  return new UserError(`There is no Markdown file in ${where}.`, {
    hint: 'Give a path, or name the folders under `paths` in runbook.config.yaml.',
  });
}

type Defined<T> = {readonly [Key in keyof T]: Exclude<T[Key], undefined>};

function definedOnly<T extends object>(record: T): Defined<T> {
  // What is left has no undefined in it.
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
