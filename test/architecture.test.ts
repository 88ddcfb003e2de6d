import {readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {globSync} from 'tinyglobby';
import ts from 'typescript';
import {describe, expect, it} from 'vitest';

const root = join(__dirname, '..');

/** Who may import whom; a folder may always import from itself. The longest matching name counts. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'docusaurus.config.ts': ['plugins', 'src/css'],
  'sidebars.ts': [],
  plugins: ['src/core'],
  'src/cli': ['src/runner', 'src/core', 'package.json'],
  'src/components': ['src/core', 'plugins', 'src/theme', 'src/css'],
  'src/core': [],
  'src/core/document': ['src/core/markdown', 'src/core/shell', 'src/core/promql'],
  'src/core/index.ts': [
    'src/core/closest',
    'src/core/document',
    'src/core/inventory',
    'src/core/lint',
    'src/core/promql',
    'src/core/registry',
    'src/core/report',
    'src/core/shell',
  ],
  'src/core/inputs': ['src/core/document', 'src/core/promql'],
  'src/core/inventory': [],
  'src/core/kubectl': [],
  'src/core/lint': [
    'src/core/closest',
    'src/core/document',
    'src/core/inventory',
    'src/core/kubectl',
    'src/core/promql',
    'src/core/registry',
    'src/core/shell',
  ],
  'src/core/markdown': [],
  'src/core/promql': [],
  'src/core/registry': ['src/core/document'],
  'src/core/report': ['src/core/document', 'src/core/lint'],
  'src/core/shell': ['src/core/kubectl'],
  'src/pages': ['src/components', 'src/core', 'plugins'],
  'src/runner': ['src/core'],
  'src/theme': ['src/components', 'src/core', 'plugins'],
  scripts: ['docusaurus.config', 'src/cli', 'src/core', 'src/runner', 'plugins'],
};

/** What a mistyped command, and what a page in a browser needs of the core, without all of it. */
const SMALL_DOORS = new Set(['src/core/closest', 'src/core/inputs', 'src/core/promql/inputs']);

/** Packages that tie code to Node, to a page or to processes. */
const IMPURE = /^(?:node:|fs$|path$|child_process$|execa$|react|@docusaurus\/|@theme|tinyglobby$)/;

type Import = {readonly file: string; readonly target: string; readonly raw: string};

const files = globSync(
  ['src/**/*.{ts,tsx}', 'plugins/**/*.{ts,tsx}', 'scripts/**/*.ts', '*.config.ts', 'sidebars.ts'],
  {cwd: root, ignore: ['**/*.test.*', '**/__fixtures__/**', '**/*.d.ts']},
);

const imports: readonly Import[] = files.flatMap(file =>
  ts
    .preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
    .importedFiles.map(({fileName}): Import => ({
      file,
      target: resolveTarget(file, fileName),
      raw: fileName,
    })),
);

describe('the arrows between folders', () => {
  it('are those of the table and no others', () => {
    expect(
      imports
        .filter(isLocal)
        .filter(entry => !isAllowed(entry))
        .map(say),
    ).toEqual([]);
  });

  it('lead into a folder of the core through its door', () => {
    const inside = imports.filter(({file, target}) => {
      const folder = /^src\/core\/[a-z]+/.exec(target)?.[0];
      return (
        folder !== undefined &&
        !file.startsWith(`${folder}/`) &&
        target !== folder &&
        !SMALL_DOORS.has(target)
      );
    });
    expect(inside.map(say)).toEqual([]);
  });

  it('lead into the core from outside through its door', () => {
    const inside = imports.filter(
      ({file, target}) =>
        target.startsWith('src/core/') && !file.startsWith('src/core/') && !SMALL_DOORS.has(target),
    );
    expect(inside.map(say)).toEqual([]);
  });
});

describe('the core', () => {
  it('imports nothing that ties it to Node, a page or a process', () => {
    const impure = imports.filter(
      ({file, raw}) => file.startsWith('src/core/') && IMPURE.test(raw),
    );
    expect(impure.map(say)).toEqual([]);
  });

  it('reads no clock, no process and no console', () => {
    const effects = files
      .filter(file => file.startsWith('src/core/'))
      .filter(file => hasEffect(readFileSync(join(root, file), 'utf8')));
    expect(effects).toEqual([]);
  });
});

describe('execa', () => {
  it('is imported by one file', () => {
    const importers = imports.filter(({raw}) => raw === 'execa').map(({file}) => file);
    expect([...new Set(importers)]).toEqual([
      expect.stringMatching(/^src\/runner\/(?:\w+\/)?spawn\.ts$/),
    ]);
  });
});

describe('files', () => {
  it('have no junk drawer among them', () => {
    expect(files.filter(file => /\b(?:utils?|helpers?|common|misc)\b/.test(file))).toEqual([]);
  });
});

function resolveTarget(file: string, name: string): string {
  if (name.startsWith('@site/')) return name.slice('@site/'.length);
  if (!name.startsWith('.')) return name;
  return relative(root, join(root, dirname(file), name))
    .replaceAll('\\', '/')
    .replace(/\/index$/, '');
}

function isLocal({raw}: Import): boolean {
  return raw.startsWith('.') || raw.startsWith('@site/');
}

function isAllowed({file, target}: Import): boolean {
  const from = ownerOf(file);
  const to = ownerOf(target);
  return (
    from === to ||
    (ARROWS[from] ?? []).some(allowed => target === allowed || target.startsWith(`${allowed}/`))
  );
}

/** The longest name in the table that the path belongs to. */
function ownerOf(path: string): string {
  const owners = Object.keys(ARROWS).filter(name => path === name || path.startsWith(`${name}/`));
  return owners.sort((a, b) => b.length - a.length)[0] ?? path;
}

function hasEffect(source: string): boolean {
  const code = ts.transpileModule(source, {
    compilerOptions: {removeComments: true, target: ts.ScriptTarget.ESNext},
  }).outputText;
  return /\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/.test(
    code,
  );
}

function say({file, raw}: Import): string {
  return `${file} imports ${raw}`;
}
