import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {inTurn, report} from './compare';

/** Below node_modules, so that the plain site finds the same Docusaurus; `clear` empties its cache. */
const PLAIN = join('node_modules', '.plain-site');

const PLAIN_CONFIG = `module.exports = {
  title: 'Plain',
  url: 'https://example.org',
  baseUrl: '/',
  future: {v4: true},
  markdown: {format: 'detect', hooks: {onBrokenMarkdownLinks: 'ignore'}},
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  presets: [['classic', {docs: {path: 'docs', routeBasePath: '/'}, blog: false}]],
};
`;

/** A cold build of our site against one of a plain Docusaurus with the same pages. */
export async function siteBuild(): Promise<readonly string[]> {
  rmSync(PLAIN, {recursive: true, force: true});
  mkdirSync(PLAIN, {recursive: true});
  cpSync('docs', join(PLAIN, 'docs'), {recursive: true});
  cpSync('package.json', join(PLAIN, 'package.json'));
  writeFileSync(join(PLAIN, 'docusaurus.config.js'), PLAIN_CONFIG);
  const pairs = await inTurn(
    3,
    () => build('.'),
    () => build(PLAIN),
  );
  return report('our site, cold', 'plain Docusaurus with the same pages, cold', pairs);
}

function build(site: string): void {
  const docusaurus = require.resolve('@docusaurus/core/bin/docusaurus.mjs');
  spawnSync(process.execPath, [docusaurus, 'clear'], {cwd: site, stdio: 'ignore'});
  const {status, stderr} = spawnSync(
    process.execPath,
    [docusaurus, 'build', '--out-dir', join(process.cwd(), 'node_modules/.cache/bench-build')],
    {cwd: site, encoding: 'utf8'},
  );
  if (status !== 0) throw new Error(`The build of ${site} failed:\n${stderr}`);
}
