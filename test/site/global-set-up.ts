import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {join} from 'node:path';
import {globSync} from 'tinyglobby';
import type {TestProject} from 'vitest/node';
import {findBrowser} from '../../scripts/browser';
import type {FoundBrowser} from '../../scripts/browser';

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: FoundBrowser | null;
  }
}

const root = join(__dirname, '..', '..');
const sources = ['docs', 'inventory', 'plugins', 'static', 'src'].map(folder => `${folder}/**`);
const configuration = ['docusaurus.config.ts', 'sidebars.ts', 'package-lock.json'];
const elsewhere = [
  'src/cli/**',
  'src/runner/**',
  'src/server/**',
  '**/*.test.*',
  '**/__fixtures__/**',
];

/** Once before the tests of the site: unpacks the browser, and builds the site if it is out of date. */
export default async function setUp(project: TestProject): Promise<void> {
  if (isOutOfDate()) build();
  const browser = await findBrowser();
  project.provide('browser', browser ?? null);
}

function isOutOfDate(): boolean {
  const built = statSync(join(root, 'build', 'registry.json'), {throwIfNoEntry: false})?.mtimeMs;
  if (built === undefined) return true;
  const files = globSync([...sources, ...configuration], {cwd: root, ignore: elsewhere});
  return files.some(file => statSync(join(root, file)).mtimeMs > built);
}

function build(): void {
  const env = {...process.env, NODE_ENV: 'production', BASE_URL: '/'};
  const docusaurus = require.resolve('@docusaurus/core/bin/docusaurus.mjs');
  const {status, stdout, stderr} = spawnSync(process.execPath, [docusaurus, 'build'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The site does not build:\n${stdout}\n${stderr}`);
}
