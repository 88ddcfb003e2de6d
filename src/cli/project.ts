import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {registryOf, parseRunbook} from '../core';
import type {InventoryFiles, MarkdownDocument, Registry, SourceFile} from '../core';
import type {Config, LoadedConfig} from './config';
import {findFiles, readFiles} from './files';
import type {Unreadable} from './files';

export const MARKDOWN = ['.md', '.mdx', '.markdown'];
const YAML = ['.yaml', '.yml'];
const METRICS = ['.prom', '.txt', '.json'];

/** The Markdown of a project and the registry of its runbooks; paths are relative to its root. */
export type Project = {
  readonly root: string;
  readonly documents: readonly MarkdownDocument[];
  readonly registry: Registry;
  readonly unreadable: readonly Unreadable[];
};

export async function loadProject({config, root}: LoadedConfig): Promise<Project> {
  const {files, unreadable} = await readMarkdown({config, root});
  const documents = files.map(({path, source}) => parseRunbook(source, {path}));
  return {root, documents, registry: registryOf(documents), unreadable};
}

export async function readMarkdown({config, root}: LoadedConfig) {
  const paths = await findFiles(config.paths, {
    base: root,
    endings: MARKDOWN,
    ignore: config.ignore,
  });
  return readFiles(paths, root);
}

/** The files of the inventory; undefined where the configuration names none. */
export async function readInventory({
  config,
  root,
}: LoadedConfig): Promise<InventoryFiles | undefined> {
  if (config.inventory === undefined) return undefined;
  const {kubernetes, rules, metrics} = config.inventory;
  return {
    kubernetes: await readAll(kubernetes, YAML, {config, root}),
    rules: await readAll(rules, YAML, {config, root}),
    metrics: await readAll(metrics, METRICS, {config, root}),
  };
}

async function readAll(
  paths: readonly string[],
  endings: readonly string[],
  {config, root}: {readonly config: Config; readonly root: string},
): Promise<readonly SourceFile[]> {
  const found = await findFiles(paths, {base: root, endings, ignore: config.ignore});
  return (await readFiles(found, root)).files;
}

/** Tells the lint whether a linked file is there. */
export function existsBelow(root: string): (path: string) => boolean {
  return path => existsSync(resolve(root, path));
}
