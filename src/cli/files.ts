import {stat} from 'node:fs/promises';
import {relative, resolve, sep} from 'node:path';
import {escapePath, glob} from 'tinyglobby';
import type {SourceFile} from '../core';
import {readText} from './read-text';
import {UserError} from './user-error';

const IGNORED = ['**/node_modules/**', '**/.git/**', '**/.docusaurus/**'];

export type Unreadable = {readonly path: string; readonly reason: string};

export type ReadFiles = {
  readonly files: readonly SourceFile[];
  readonly unreadable: readonly Unreadable[];
};

/**
 * The files that the paths mean: a file as it is, a folder with all below it whose name ends in
 * one of `endings`, a glob. Paths come back relative to `base`, sorted, once each.
 */
export async function findFiles(
  paths: readonly string[],
  {
    base,
    endings,
    ignore,
  }: {
    readonly base: string;
    readonly endings: readonly string[];
    /** Globs that start at an absolute folder, see `ignoreBelow`. */
    readonly ignore: readonly string[];
  },
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const kind = await stat(resolve(base, path)).catch(() => undefined);
    if (kind?.isFile() === true) found.add(tidy(path, base));
    else
      for (const file of await expand(path, {base, endings, ignore, folder: kind !== undefined}))
        found.add(file);
  }
  return [...found].sort();
}

/** Globs of a configuration as the search takes them, from wherever it starts. */
export function ignoreBelow(root: string, globs: readonly string[]): readonly string[] {
  return globs.map(pattern => `${escapePath(root.split(sep).join('/'))}/${pattern}`);
}

async function expand(
  path: string,
  options: {base: string; endings: readonly string[]; ignore: readonly string[]; folder: boolean},
): Promise<readonly string[]> {
  const {base, endings, ignore, folder} = options;
  const files = folder
    ? await glob(
        endings.map(ending => `**/*${ending}`),
        {
          cwd: resolve(base, path),
          ignore: [...IGNORED, ...ignore],
          dot: false,
          followSymbolicLinks: false,
          absolute: true,
        },
      )
    : await glob(path, {
        cwd: base,
        ignore: [...IGNORED, ...ignore],
        absolute: true,
        followSymbolicLinks: false,
      });
  if (files.length === 0 && !folder) {
    throw new UserError(`There is no file or folder \`${path}\`.`, {
      hint: 'Give the path of a Markdown file or of a folder that holds some.',
    });
  }
  return files.map(file => tidy(file, base));
}

/** Relative to `base`, with `/` between its parts. */
function tidy(path: string, base: string): string {
  return relative(base, resolve(base, path)).split(sep).join('/');
}

/** Reads files as UTF-8, each once; one that cannot be read is named and the others are still there. */
export function readFiles(
  paths: readonly string[],
  base: string,
  known: readonly SourceFile[] = [],
): ReadFiles {
  const sources = new Map(known.map(file => [file.path, file]));
  const files: SourceFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    const file = sources.get(path);
    const result = file ?? readText(resolve(base, path));
    if ('source' in result) files.push(file ?? {path, source: result.source});
    else unreadable.push({path, reason: result.reason});
  }
  return {files, unreadable};
}
