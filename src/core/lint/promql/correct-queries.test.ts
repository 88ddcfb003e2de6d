import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {lint} from '../lint';

const ROOT = join(__dirname, '../../../..');
const queries = readFileSync(join(__dirname, '__fixtures__/correct-queries.promql'), 'utf8')
  .split(/\n{2,}/)
  .map(query => query.trim())
  .filter(query => query !== '' && !query.startsWith('#'));

const RULE = /^(?:promql|inventory)\//;

describe('queries that are right', () => {
  it('are many', () => {
    expect(queries.length).toBeGreaterThanOrEqual(150);
  });

  it.each([
    ['without an inventory', undefined],
    [
      'with an inventory that knows other metrics',
      {
        kubernetes: [file('inventory/kubernetes/monitoring.yaml')],
        rules: [file('inventory/prometheus/alerts.yml')],
        metrics: [file('inventory/prometheus/metrics.prom')],
      },
    ],
  ])('have no error and no warning %s', (_, inventory) => {
    const source = queries.map(query => `\`\`\`promql\n${query}\n\`\`\`\n`).join('\n');
    const findings = lint([{path: 'page.md', source}], inventory && {inventory});
    const own = findings.filter(({rule, severity}) => RULE.test(rule) && severity !== 'info');
    expect(
      own.map(({rule, line, message}) => `${source.split('\n')[line - 1]}\n${rule} ${message}`),
    ).toEqual([]);
  });

  it('have none with versions of Prometheus before 3 but for what is newer', () => {
    const source = queries.map(query => `\`\`\`promql\n${query}\n\`\`\`\n`).join('\n');
    const findings = lint([{path: 'page.md', source}], {target: {prometheus: '2.53'}});
    const own = findings.filter(({rule, severity}) => RULE.test(rule) && severity !== 'info');
    expect(own.map(({rule, message}) => `${rule} ${message}`)).toEqual([
      'promql/no-syntax-error Prometheus refuses this: a quoted name needs Prometheus 3.0, the target is 2.53.',
    ]);
  });
});

function file(path: string) {
  return {path, source: readFileSync(join(ROOT, path), 'utf8')};
}
