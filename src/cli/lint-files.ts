import {relative, resolve} from 'node:path';
import type {Finding, LintOptions, SourceFile} from '../core';
import type {LoadedConfig} from './config';
import {findFiles, readFiles} from './files';
import type {Unreadable} from './files';
import {MARKDOWN, existsBelow, readInventory, readMarkdown} from './project';
import {UserError} from './user-error';

/** What one call of the lint reads; all paths are relative to `root`. */
export type LintInput = {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly options: LintOptions;
  readonly unreadable: readonly Unreadable[];
};

/**
 * Reads the given paths, else those of the configuration with its rule files. The rest of the
 * project comes along unlinted, so that links and alerts find what they point at.
 */
export async function readLintInput(
  loaded: LoadedConfig,
  {paths, cwd}: {readonly paths: readonly string[]; readonly cwd: string},
): Promise<LintInput> {
  const {config, root} = loaded;
  const project = await readMarkdown(loaded);
  const inventory = await readInventory(loaded);
  const given =
    paths.length === 0
      ? {
          files: [...project.files, ...(inventory?.rules ?? [])],
          unreadable: project.unreadable,
        }
      : await readGiven(paths, {cwd, loaded});
  if (given.files.length + given.unreadable.length === 0) throw nothingToLint(paths);
  const linted = new Set(given.files.map(({path}) => path));
  return {
    root,
    files: given.files,
    unreadable: given.unreadable,
    options: {
      rules: definedOnly(config.rules),
      context: project.files.filter(({path}) => !linted.has(path)),
      exists: existsBelow(root),
      ...(inventory && {inventory}),
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
  paths: readonly string[],
  {cwd, loaded: {config, root}}: {readonly cwd: string; readonly loaded: LoadedConfig},
) {
  const found = await findFiles(paths, {base: cwd, endings: MARKDOWN, ignore: config.ignore});
  const fromRoot = found.map(path => shownPath(root, cwd, path));
  return readFiles(fromRoot, root);
}

function nothingToLint(paths: readonly string[]): UserError {
  const where = paths.length === 0 ? 'the project' : paths.map(path => `\`${path}\``).join(', ');
  return new UserError(`There is no Markdown file in ${where}.`, {
    hint: 'Give a path, or name the folders under `paths` in runbook.config.yaml.',
  });
}

function definedOnly<T>(record: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
