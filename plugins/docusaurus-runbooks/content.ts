import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {loadInventory, parseRunbook, registryOf} from '../../src/core';
import type {Inventory, MarkdownDocument, Registry} from '../../src/core';
import type {RunbooksOptions} from './options';
import {CONFIG_FILE, readSharedInputs} from './shared-inputs';

/** What is on disk. A bundler with a warm cache runs no remark plugin, so nothing is taken from it. */
export type Content = {
  readonly documents: readonly MarkdownDocument[];
  readonly registry: Registry;
  /** The rules and metrics that the options name. */
  readonly inventory: Inventory;
  /** Paths of pages of which the search knows title and description only. */
  readonly brief: ReadonlySet<string>;
  readonly owner: string | null;
};

export function pathsToWatch(siteDir: string, {docs, rules, metrics}: RunbooksOptions): string[] {
  return [`${docs}/**/*.{md,mdx}`, ...rules, ...metrics, CONFIG_FILE].map(pattern =>
    join(siteDir, pattern),
  );
}

export async function loadContent(siteDir: string, options: RunbooksOptions): Promise<Content> {
  const pages = await readFiles(siteDir, [`${options.docs}/**/*.{md,mdx}`]);
  const [rules, metrics] = await Promise.all([
    readFiles(siteDir, options.rules),
    readFiles(siteDir, options.metrics),
  ]);
  const inputs = readSharedInputs(siteDir);
  const documents = pages.map(({path, source}) => parseRunbook(source, {path, inputs}));
  return {
    documents,
    registry: registryOf(documents),
    inventory: loadInventory({rules, metrics}),
    brief: new Set(await findFiles(siteDir, options.brief)),
    owner: options.owner,
  };
}

async function readFiles(siteDir: string, patterns: readonly string[]) {
  const paths = await findFiles(siteDir, patterns);
  return Promise.all(
    paths.map(async path => ({path, source: await readFile(join(siteDir, path), 'utf8')})),
  );
}

/** In the order of their paths; files that Docusaurus takes for partials (`_…`) are left out. */
async function findFiles(siteDir: string, patterns: readonly string[]): Promise<readonly string[]> {
  if (patterns.length === 0) return [];
  const paths = await glob([...patterns], {cwd: siteDir, ignore: ['**/_*', '**/_*/**']});
  return paths.sort();
}
