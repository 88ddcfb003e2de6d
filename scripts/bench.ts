import {cliStart} from './bench/cli-start';
import {lintCorpus} from './bench/lint';
import {output} from './bench/output';
import {registry} from './bench/registry';
import {runBench} from './bench/run';
import {search} from './bench/search';
import {siteBuild} from './bench/site-build';

const BENCHES = {
  registry,
  'cli-start': cliStart,
  lint: lintCorpus,
  output,
  run: runBench,
  search,
  'site-build': siteBuild,
};

/** Prints each comparison side by side: `npm run bench`, or `npm run bench -- registry`. */
async function main(names: readonly string[]): Promise<void> {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stdout.write(`\n${name}\n`);
    for (const line of await bench()) process.stdout.write(`  ${line}\n`);
  }
}

void main(process.argv.slice(2));
