import {spawnSync} from 'node:child_process';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import {glob} from 'tinyglobby';
import {describeBuild} from '../plugins/docusaurus-offline/build-note';
import {loadContent} from '../plugins/docusaurus-runbooks/content';
import config from '../docusaurus.config';
import {handbook} from './offline/handbook';

const root = join(__dirname, '..');

/** For a laptop without a network: the site as a zip, and every runbook as one page to mail. */
async function main(folder = join(root, 'build-offline')): Promise<void> {
  const site = join(folder, 'site');
  await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  buildSite(site);
  const archive = join(folder, 'runbooks.zip');
  await writeFile(archive, await zip(site));
  const page = join(folder, 'runbooks.html');
  const {documents} = await loadContent(root, {
    id: 'default',
    docs: 'docs',
    rules: [],
    metrics: [],
    brief: [],
    owner: null,
    tools: {},
  });
  const {title, url} = config;
  await writeFile(page, handbook(documents, {title, url, build: describeBuild(root)}));
  process.stdout.write(`${archive}\n${page}\n`);
}

function buildSite(outDir: string): void {
  const docusaurus = require.resolve('@docusaurus/core/bin/docusaurus.mjs');
  const {status} = spawnSync(process.execPath, [docusaurus, 'build', '--out-dir', outDir], {
    cwd: root,
    env: {...process.env, OFFLINE: 'true'},
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The site does not build; `npm run build` says more.');
}

/** One folder in the archive, so that unpacking does not strew files about. */
async function zip(site: string): Promise<Uint8Array> {
  const paths = (await glob('**', {cwd: site})).sort();
  const files = await Promise.all(
    paths.map(async path => [`runbooks/${path}`, await readFile(join(site, path))] as const),
  );
  return zipSync(Object.fromEntries(files));
}

void main(...process.argv.slice(2));
