import {existsSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {posix, resolve} from 'node:path';
import {inventoryKindOf} from '../core';
import type {InventoryKind} from '../core';
import {CONFIG_FILE} from './config';
import {findFiles, readFiles} from './files';
import {MARKDOWN, METRICS, YAML} from './project';
import {UserError} from './user-error';

/** Writes a configuration for what a folder holds, and gives its text. Never overwrites one. */
export async function writeConfig(cwd: string): Promise<string> {
  const file = resolve(cwd, CONFIG_FILE);
  if (existsSync(file)) {
    throw new UserError(`There is a ${CONFIG_FILE} already.`, {
      hint: 'Edit it, or remove it first.',
    });
  }
  const pages = await findFiles(['.'], {base: cwd, endings: MARKDOWN, ignore: []});
  const text = configFor(pages, await inventoryIn(cwd));
  await writeFile(file, text, {flag: 'wx'});
  return text;
}

type Found = Readonly<Record<InventoryKind, readonly string[]>>;

async function inventoryIn(cwd: string): Promise<Found> {
  const paths = await findFiles(['.'], {
    base: cwd,
    endings: [...YAML, ...METRICS, '.rules'],
    ignore: [],
  });
  const {files} = readFiles(paths, cwd);
  const ofKind = (kind: InventoryKind) =>
    files
      .filter(({path, source}) => !isTemplate(source) && inventoryKindOf(path, source) === kind)
      .map(({path}) => path);
  return {kubernetes: ofKind('kubernetes'), rules: ofKind('rules'), metrics: ofKind('metrics')};
}

/** A Helm template has to be rendered before anybody can read it. */
function isTemplate(source: string): boolean {
  return /^\s*\{\{|:\s*\{\{/m.test(source);
}

function configFor(pages: readonly string[], found: Found): string {
  const inventory = Object.entries({
    kubernetes: foldersOf(found.kubernetes),
    rules: found.rules,
    metrics: found.metrics,
  }).filter(([, paths]) => paths.length > 0);
  return [
    '# What runbook lint checks here. All keys: https://docs.sqlstudio.io/reference/configuration',
    'paths:',
    ...list(pagePaths(pages), '  '),
    ...(inventory.length === 0 ? [] : ['# What the runbooks act on.', 'inventory:']),
    ...inventory.flatMap(([kind, paths]) => [`  ${kind}:`, ...list(paths, '    ')]),
    '',
  ].join('\n');
}

/** Folders at the top, or everything where pages stand at the top themselves and nowhere else. */
function pagePaths(pages: readonly string[]): readonly string[] {
  const folders = pages.filter(path => path.includes('/')).map(path => path.split('/')[0] ?? path);
  return folders.length === 0 ? ['.'] : [...new Set(folders)].sort();
}

/** The folders of files, without those that are below another one. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = [...new Set(paths.map(path => posix.dirname(path)))].sort();
  return folders.filter(
    folder => !folders.some(other => other !== folder && isBelow(folder, other)),
  );
}

function isBelow(folder: string, other: string): boolean {
  return other === '.' || folder.startsWith(`${other}/`);
}

function list(paths: readonly string[], indent: string): readonly string[] {
  return paths.map(path => `${indent}- ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(path)}`);
}
