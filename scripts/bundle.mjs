// Bundles the published files: the CLI, the core API and the remark plugin, each one file that needs only Node.
import {existsSync} from 'node:fs';
import {build} from 'esbuild';

const entries = {
  runbook: 'scripts/runbook.ts',
  index: 'src/core/index.ts',
  'remark-runbook': 'plugins/remark-runbook/index.ts',
};

await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path))),
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
