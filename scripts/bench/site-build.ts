import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
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

/** The page whose scripts are weighed. */
const PAGE = 'runbooks/high-error-rate';

/**
 * A cold build of our site against one of a plain Docusaurus with the same pages, and the JavaScript
 * that a page of each loads.
 */
export async function siteBuild(): Promise<readonly string[]> {
  rmSync(PLAIN, {recursive: true, force: true});
  mkdirSync(PLAIN, {recursive: true});
  cpSync('docs', join(PLAIN, 'docs'), {recursive: true});
  cpSync('package.json', join(PLAIN, 'package.json'));
  writeFileSync(join(PLAIN, 'docusaurus.config.js'), PLAIN_CONFIG);
  const weights = {ours: 0, plain: 0};
  const pairs = await inTurn(
    3,
    () => {
      build('.');
      weights.ours = scriptWeight();
    },
    () => {
      build(PLAIN);
      weights.plain = scriptWeight();
    },
  );
  const {ours, plain} = weights;
  return [
    ...report('our site, cold', 'plain Docusaurus with the same pages, cold', pairs),
    `JavaScript of ${PAGE}, gzip: ours ${kilobytes(ours)}, plain ${kilobytes(plain)}, ` +
      `more by ${kilobytes(ours - plain)}`,
  ];
}

const OUT = join('node_modules', '.cache', 'bench-build');

function build(site: string): void {
  const docusaurus = require.resolve('@docusaurus/core/bin/docusaurus.mjs');
  spawnSync(process.execPath, [docusaurus, 'clear'], {cwd: site, stdio: 'ignore'});
  const {status, stderr} = spawnSync(
    process.execPath,
    [docusaurus, 'build', '--out-dir', join(process.cwd(), OUT)],
    {cwd: site, encoding: 'utf8'},
  );
  if (status !== 0) throw new Error(`The build of ${site} failed:\n${stderr}`);
}

/** In bytes, compressed: every script that the HTML of the page names. */
function scriptWeight(): number {
  const html = readFileSync(join(OUT, PAGE, 'index.html'), 'utf8');
  const sources = Array.from(
    html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g),
    ([, src = '']) => src,
  );
  const sizes = [...new Set(sources)].map(
    source => gzipSync(readFileSync(join(OUT, source))).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
