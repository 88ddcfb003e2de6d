import {describe, expect, it} from 'vitest';
import {unifiedDiff} from '../src/cli/line-diff';
import {applyFixes, formatJunit, formatSarif, formatText, lint, rules} from '../src/core';
import type {LintOptions, SourceFile} from '../src/core';

/** Nobody waits so long; what is linear takes a tenth of it on a slow machine. */
const HANG_MS = 20_000;

/** The largest page that is read. */
const LARGEST = 1024 * 1024;

const lines = (count: number, line: (index: number) => string) =>
  Array.from({length: count}, (_, index) => line(index)).join('');
const bash = (text: string) => `\`\`\`bash\n${text}\n\`\`\`\n`;
const promql = (text: string) => `\`\`\`promql\n${text}\n\`\`\`\n`;

const ignore = (text: string) => `runbook-ignore shell/no-bare-placeholder -- ${text}`;

/** Pages that are no larger than allowed, each of one thing and nothing else. */
const PAGES: readonly (readonly [string, string])[] = [
  ['5,000 blocks of one line', lines(5_000, n => bash(`kubectl get pods -n team-${n}`))],
  ['a block of 20,000 lines', bash(lines(20_000, n => `kubectl logs pod-${n} -n shop\n`))],
  ['prompts whose commands never end', bash(lines(20_000, () => '$ echo "never\n'))],
  [
    'prompts with long documents',
    lines(200, n => `\`\`\`console\n$ cat <<E${n}\n${'text\n'.repeat(250)}\`\`\`\n`),
  ],
  [
    'one session of open documents',
    `\`\`\`console\n${`$ cat <<EOF\n${'text\n'.repeat(250)}`.repeat(200)}\`\`\`\n`,
  ],
  ['a paragraph of 59,000 lines', 'some words here\n'.repeat(59_000)],
  ['50,000 comments in a block', bash('# a comment\n'.repeat(50_000))],
  ['50,000 comments', '<!-- c -->\n\n'.repeat(50_000)],
  [
    'a suppression for each of 8,000 commands',
    bash(lines(8_000, n => `kubectl logs POD_NAME # ${ignore(String(n))}\n`)),
  ],
  ['8,000 suppressions', lines(8_000, n => `<!-- ${ignore(String(n))} -->\n\ntext\n\n`)],
  ['a query of a megabyte', promql(`${'up + '.repeat(200_000)}up`)],
  ['a query of one string', promql(`up{a=~"${'a|'.repeat(400_000)}b"}`)],
  ['20,000 queries', promql(lines(20_000, n => `sum by (a${n}) (rate(x${n}[5m]))\n\n`))],
  ['1,000 links', lines(1_000, n => `[a](page-${n}.md#b)\n\n`)],
  ['one line of 30,000 placeholders', bash(`kubectl logs ${'{pod-name} '.repeat(30_000)}`)],
  ['one line of 10,000 mended characters', `${'â†’ é '.repeat(10_000)}\n`],
  [
    'one address of 80,000 codes',
    bash(`curl 'http://p/api/v1/query?query=${'%20u'.repeat(80_000)}'`),
  ],
  ['`sudo` 150,000 times', bash(`${'sudo '.repeat(150_000)}ls`)],
  ['variables that come too late', lines(6_000, n => bash(`A${n}=1\necho "$A${n + 1}"`))],
  ['6,000 steps that need each other', lines(6_000, n => needing(n))],
  ['a page of backslashes', bash('foo \\\n'.repeat(60_000))],
];

const PROJECTS: readonly (readonly [string, SourceFile, LintOptions])[] = [
  ['a rule file with 10,000 rules', {path: 'rules.yml', source: ruleFile(10_000)}, {}],
  [
    'a megabyte of metrics',
    {path: 'page.md', source: promql('rate(shop_x1_total[5m])')},
    {inventory: {metrics: [{path: 'all.prom', source: metrics(15_000)}]}},
  ],
];

describe('an input near the limits is linted, mended and reported without a hang', () => {
  it.each([
    ...PAGES.map(([name, source]) => [name, {path: 'page.md', source}, {}] as const),
    ...PROJECTS,
  ])('%s', {timeout: 4 * HANG_MS}, (name, file, options) => {
    expect(file.path === 'page.md' ? file.source.length : 0).toBeLessThanOrEqual(LARGEST);
    const begun = performance.now();
    const findings = lint([file], {today: '2026-01-31', ...options});
    const sources = new Map([[file.path, file.source]]);
    unifiedDiff(file.path, file.source, applyFixes(file.source, findings));
    formatText(findings, {files: 1, sources});
    formatJunit(findings, {files: 1});
    formatSarif(findings, {rules, version: '1.2.3', sources});
    const took = Math.round(performance.now() - begun);
    expect(took, `${name}: ${took} ms, ${findings.length} findings`).toBeLessThan(HANG_MS);
  });
});

function needing(index: number): string {
  return `\`\`\`bash {"name":"s${index}","needs":"s${index + 1}"}\nls\n\`\`\`\n\n`;
}

function ruleFile(count: number): string {
  const head = 'groups:\n  - name: a\n    rules:\n';
  return `${head}${lines(count, n => `      - alert: A${n}\n        expr: rate(shop_x${n}_total[5m]) > ${n}\n`)}`;
}

function metrics(count: number): string {
  return lines(count, n => `# TYPE shop_x${n}_total counter\nshop_x${n}_total{pod="${n}"} 1\n`);
}
