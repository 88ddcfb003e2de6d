import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {parseRunbook, registryOf, toInputs} from '../core';
import type {Input, MarkdownDocument, Registry} from '../core';
import type {Config, LoadedConfig} from './config';
import {findFiles, ignoreBelow, readFiles} from './files';
import type {ReadFiles, Unreadable} from './files';

export const MARKDOWN = ['.md', '.mdx', '.markdown'];
export const YAML = ['.yaml', '.yml'];
export const METRICS = ['.prom', '.txt', '.json'];

/** The Markdown of a project and the registry of its runbooks; paths are relative to its root. */
export type Project = {
  readonly root: string;
  readonly documents: readonly MarkdownDocument[];
  readonly registry: Registry;
  readonly unreadable: readonly Unreadable[];
};

export async function loadProject(loaded: LoadedConfig): Promise<Project> {
  const {root} = loaded;
  const {files, unreadable} = await readMarkdown(loaded);
  const inputs = sharedInputs(loaded);
  const documents = files.map(({path, source}) => parseRunbook(source, {path, inputs}));
  return {root, documents, registry: registryOf(documents), unreadable};
}

/** What the configuration declares for all pages. */
export function sharedInputs({config}: Pick<LoadedConfig, 'config'>): readonly Input[] {
  return toInputs(config.inputs);
}

export async function readMarkdown({config, root}: Pick<LoadedConfig, 'config' | 'root'>) {
  const paths = await findFiles(config.paths, {
    base: root,
    endings: MARKDOWN,
    ignore: ignoreBelow(root, config.ignore),
  });
  return readFiles(paths, root);
}

/** The files of the inventory; undefined where the configuration names none. */
export async function readInventory({config, root}: Pick<LoadedConfig, 'config' | 'root'>) {
  if (config.inventory === undefined) return undefined;
  const read = (paths: readonly string[], endings: readonly string[]) =>
    readAll(paths, endings, {config, root});
  const kubernetes = await read(config.inventory.kubernetes, YAML);
  const rules = await read(config.inventory.rules, YAML);
  const metrics = await read(config.inventory.metrics, METRICS);
  return {
    files: {kubernetes: kubernetes.files, rules: rules.files, metrics: metrics.files},
    unreadable: [...kubernetes.unreadable, ...rules.unreadable, ...metrics.unreadable],
  };
}

async function readAll(
  paths: readonly string[],
  endings: readonly string[],
  {config, root}: {readonly config: Config; readonly root: string},
): Promise<ReadFiles> {
  const ignore = ignoreBelow(root, config.ignore);
  return readFiles(await findFiles(paths, {base: root, endings, ignore}), root);
}

/** Tells the lint whether a linked file is there. */
export function existsBelow(root: string): (path: string) => boolean {
  return path => existsSync(resolve(root, path));
}
