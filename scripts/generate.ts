import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {ruleIndex} from './generate/rule-index';

const ROOT = join(__dirname, '..');
const RULES = 'src/core/lint/rules';

/** A file that others make from; its path is relative to the repository. */
type Generated = {readonly path: string; readonly text: string};

void main(process.argv.slice(2));

/** Writes what is generated; with `--check` it names what is stale and writes nothing. */
async function main(args: readonly string[]): Promise<void> {
  const check = args.includes('--check');
  // The pages are made by running the rules, so the list of rules has to be right first.
  const index = ruleIndex(RULES, ruleFiles());
  const stale = [...update([index], {check}), ...(await updatePages({check}))];
  if (stale.length === 0) return;
  const verb = check ? 'stale, run `npm run generate`' : 'written';
  process.stdout.write(stale.map(path => `${path}: ${verb}\n`).join(''));
  if (check) process.exitCode = 1;
}

async function updatePages(options: {readonly check: boolean}): Promise<readonly string[]> {
  const {commandReference} = await import('./generate/command-reference');
  const {lintReference} = await import('./generate/lint-reference');
  const {rulePages} = await import('./generate/rule-pages');
  const {schemas} = await import('./generate/schemas');
  const pages = await rulePages();
  const reference = commandReference(markdownBelow('docs/runbooks'));
  return [
    ...update([...pages, reference, ...lintReference(), ...schemas()], options),
    ...remove(strayPages(pages), options),
  ];
}

function update(
  files: readonly Generated[],
  {check}: {readonly check: boolean},
): readonly string[] {
  const changed = files.filter(({path, text}) => read(path) !== text);
  if (!check) changed.forEach(write);
  return changed.map(({path}) => path);
}

/** Pages of rules that are gone. */
function strayPages(pages: readonly Generated[]): readonly string[] {
  const wanted = new Set(pages.map(({path}) => path));
  return list('docs/rules', '.md').filter(path => !wanted.has(path));
}

function remove(paths: readonly string[], {check}: {readonly check: boolean}): readonly string[] {
  if (!check) paths.forEach(path => rmSync(join(ROOT, path)));
  return paths;
}

function ruleFiles(): readonly string[] {
  return list(RULES, '.ts').filter(
    path => !path.endsWith('.test.ts') && !path.endsWith('rules/index.ts'),
  );
}

function markdownBelow(folder: string) {
  return list(folder, '.md').map(path => ({path, source: read(path) ?? ''}));
}

function list(folder: string, ending: string): readonly string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith(ending))
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort();
}

function read(path: string): string | undefined {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function write({path, text}: Generated): void {
  mkdirSync(dirname(join(ROOT, path)), {recursive: true});
  writeFileSync(join(ROOT, path), text);
}
