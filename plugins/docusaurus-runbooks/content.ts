import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {loadInventory, parseRunbook, registryOf} from '../../src/core';
import type {AlertRule, MarkdownDocument, Registry} from '../../src/core';
import type {RunbooksOptions} from './options';
import {CONFIG_FILE, readSharedInputs} from './shared-inputs';

/** What is on disk. A bundler with a warm cache runs no remark plugin, so nothing is taken from it. */
export type Content = {
  readonly documents: readonly MarkdownDocument[];
  readonly registry: Registry;
  readonly alerts: readonly AlertRule[];
};

export function pathsToWatch(siteDir: string, {docs, rules}: RunbooksOptions): string[] {
  return [`${docs}/**/*.{md,mdx}`, ...rules, CONFIG_FILE].map(pattern => join(siteDir, pattern));
}

export async function loadContent(siteDir: string, options: RunbooksOptions): Promise<Content> {
  const pages = await readFiles(siteDir, [`${options.docs}/**/*.{md,mdx}`]);
  const rules = await readFiles(siteDir, options.rules);
  const inputs = readSharedInputs(siteDir);
  const documents = pages.map(({path, source}) => parseRunbook(source, {path, inputs}));
  return {
    documents,
    registry: registryOf(documents),
    alerts: loadInventory({rules}).alerts,
  };
}

/** In the order of their paths; files that Docusaurus takes for partials (`_…`) are left out. */
async function readFiles(siteDir: string, patterns: readonly string[]) {
  const paths = await glob([...patterns], {cwd: siteDir, ignore: ['**/_*', '**/_*/**']});
  return Promise.all(
    paths.sort().map(async path => ({path, source: await readFile(join(siteDir, path), 'utf8')})),
  );
}
