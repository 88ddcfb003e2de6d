// Bundles the published files: the CLI, the core API and the remark plugin, each one file that needs only Node.
import {spawnSync} from 'node:child_process';
import {chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync} from 'node:fs';
import {build} from 'esbuild';

const entries = {
  runbook: 'scripts/launch.ts',
  cli: 'scripts/runbook.ts',
  index: 'src/core/index.ts',
  'remark-runbook': 'plugins/remark-runbook/index.ts',
};

rmSync('dist/cache', {recursive: true, force: true});
await build({
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  // Some libraries ask where they are; in a bundle of CommonJS that is the bundle.
  banner: {js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;"},
  define: {'import.meta.url': 'importMetaUrl'},
  legalComments: 'none',
  logLevel: 'warning',
});

// The parsers of jq and of Postgres look for these beside the bundle.
mkdirSync('dist/build', {recursive: true});
copyFileSync('node_modules/jq-wasm/dist/build/jq.wasm', 'dist/build/jq.wasm');
copyFileSync('node_modules/libpg-query/wasm/libpg-query.wasm', 'dist/libpg-query.wasm');

// What this first run compiles, the others need not.
spawnSync(process.execPath, ['dist/runbook.js', 'lint', 'docs'], {stdio: 'ignore'});

// `npx runbook` in this repository finds the command here, as it would in a project that installed it.
chmodSync('dist/runbook.js', 0o755);
if (existsSync('node_modules/.bin') && process.platform !== 'win32') {
  rmSync('node_modules/.bin/runbook', {force: true});
  symlinkSync('../../dist/runbook.js', 'node_modules/.bin/runbook');
}
