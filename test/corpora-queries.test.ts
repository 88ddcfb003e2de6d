import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {globSync} from 'tinyglobby';
import {describe, expect, it} from 'vitest';
import {inventoryKindOf, lint} from '../src/core';
import type {Finding} from '../src/core';

/**
 * Pages about queries, the inventory and structure: correct ones, and ones with the defects that
 * `defects-queries.txt` lists. All are linted with the manifests, rules and metrics of `inventory`.
 */
const files = filesOf('inventory');
const inventory = {kubernetes: ofKind('kubernetes'), rules: [], metrics: ofKind('metrics')};
const options = {inventory, today: '2026-06-01'};
const OWN = /^(?:promql|runbook|inventory)\//;

describe('correct pages about queries and the world they act on', () => {
  const findings = lint(filesOf('sound'), options);

  it('have no error', () => {
    const errors = findings.filter(({severity}) => severity === 'error');
    expect(errors.map(shown)).toEqual([]);
  });

  it('have no warning of these areas but one', () => {
    const warnings = findings.filter(
      ({rule, severity}) => severity === 'warning' && OWN.test(rule),
    );
    expect(warnings.map(({path, line, rule}) => `${path}:${line} ${rule}`)).toEqual([
      // A query in a comment is right as a query, and still in the wrong place.
      'addresses.md:4 promql/no-query-in-comment',
    ]);
  });
});

describe('planted defects of queries, inventory and structure', () => {
  const defects = readFileSync(join(__dirname, 'corpora/queries/defects-queries.txt'), 'utf8')
    .trimEnd()
    .split('\n');
  const findings = lint(filesOf('planted'), options).filter(({severity}) => severity !== 'info');
  const places = new Set(findings.map(({path, line}) => `${path}:${line}`));

  it('are many', () => {
    expect(defects.length).toBeGreaterThanOrEqual(120);
  });

  it('are found at their lines, but for those with a reason', () => {
    expect(defects.filter(defect => !places.has(placeOf(defect)))).toEqual([
      // The object is named in a flag, whose value no rule looks up.
      'inventory.md:24 inventory',
      // A chart may well make `cart-hpa` of `cart`.
      'inventory.md:28 inventory',
    ]);
  });

  it('bring no error on lines that have none', () => {
    const planted = new Set(defects.map(placeOf));
    const besides = findings.filter(
      ({path, line, severity}) => severity === 'error' && !planted.has(`${path}:${line}`),
    );
    expect(besides.map(shown)).toEqual([]);
  });
});

/** `defect` is `file:line area`. */
function placeOf(defect: string): string {
  return defect.split(' ', 1)[0] ?? '';
}

function ofKind(kind: 'kubernetes' | 'metrics') {
  return files.filter(({path, source}) => inventoryKindOf(path, source) === kind);
}

function filesOf(folder: string) {
  const cwd = join(__dirname, 'corpora/queries', folder);
  return globSync('**/*', {cwd})
    .sort()
    .map(path => ({path, source: readFileSync(join(cwd, path), 'utf8')}));
}

function shown({path, line, column, rule, message}: Finding): string {
  return `${path}:${line}:${column} ${rule} ${message}`;
}
