import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'esbuild';
import {glob} from 'tinyglobby';
import type {KeptBuild} from './worker';

/** What a person needs in an incident; rules and decisions are read when there is time. */
const KEPT = [
  'assets/**',
  'img/*.svg',
  'index.html',
  '404.html',
  '{runbooks,alerts,guides,commands,metrics}/**/index.html',
];

/** Bundles the worker with the list of the built files, as `sw.js` at the root of the site. */
export async function writeServiceWorker(outDir: string, baseUrl: string): Promise<void> {
  const paths = (await glob(KEPT, {cwd: outDir, ignore: ['**/*.map', '**/*.txt']})).sort();
  const version = createHash('sha256');
  for (const path of paths) version.update(path).update(await readFile(join(outDir, path)));
  const files = paths.map(path => path.replace(/(^|\/)index\.html$/, '$1'));
  const kept: KeptBuild = {version: version.digest('hex').slice(0, 16), baseUrl, files};
  const {outputFiles} = await build({
    entryPoints: [join(__dirname, 'worker.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: {worker: 'self', BUILD: JSON.stringify(kept)},
  });
  await writeFile(join(outDir, 'sw.js'), outputFiles[0]?.contents ?? '');
}
