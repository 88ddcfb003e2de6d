import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {lint} from '../src/core';

const PATH = 'operational-runbook.md';
const source = readFileSync(join(__dirname, 'fixtures', PATH), 'utf8');

describe('the runbook that the first pages were made from, untouched', () => {
  it('has a finding for each of its defects, at its place', () => {
    const findings = lint([{path: PATH, source}]).map(
      ({line, column, severity, rule, endLine, endColumn}) => {
        const text = endLine === line ? lineOf(line).slice(column - 1, endColumn - 1) : '…';
        return `${line}:${column} ${severity} ${rule} ${text}`;
      },
    );
    expect(findings.join('\n')).toMatchInlineSnapshot(`
      "7:4 error runbook/no-dead-anchor [Database Issues](#database-issues)
      8:4 error runbook/no-dead-anchor [Authentication Issues](#authentication-issues)
      9:4 error runbook/no-dead-anchor [Deployment Issues](#deployment-issues)
      25:28 error kubectl/no-truncated-logs -l app=sql-studio-backend
      28:37 error runbook/no-mojibake â†’
      89:31 error kubectl/no-truncated-logs -l app=sql-studio-backend
      130:22 error shell/no-bare-placeholder POD_NAME
      133:14 error shell/no-bare-placeholder POD_NAME
      141:25 error shell/no-bare-placeholder POD_NAME
      151:25 error shell/no-bare-placeholder POD_NAME
      159:17 error shell/no-bare-placeholder POD_NAME
      167:17 error shell/no-bare-placeholder POD_NAME
      196:18 error shell/no-bare-placeholder POD_NAME
      252:22 error shell/no-bare-placeholder POD_NAME
      255:1 error kubectl/no-blocking-command kubectl port-forward POD_NAME 8080:8080 -n sql-studio
      255:22 error shell/no-bare-placeholder POD_NAME
      294:28 error kubectl/no-truncated-logs -l app=sql-studio-backend
      339:28 error kubectl/no-truncated-logs -l app=sql-studio-backend
      342:18 error shell/no-bare-placeholder POD_NAME
      462:1 error kubectl/no-blocking-command kubectl port-forward POD_NAME 8080:8080 -n sql-studio
      462:22 error shell/no-bare-placeholder POD_NAME
      495:17 error shell/no-bare-placeholder POD_NAME
      498:18 error shell/no-bare-placeholder POD_NAME
      501:1 error kubectl/no-blocking-command kubectl port-forward POD_NAME 8080:8080 -n sql-studio
      501:22 error shell/no-bare-placeholder POD_NAME
      504:22 error shell/no-bare-placeholder POD_NAME
      525:3 error runbook/no-dead-link [Incident Response Guide](./INCIDENT_RESPONSE_GUIDE.md)
      526:3 error runbook/no-dead-link [On-Call Guide](./ON_CALL_GUIDE.md)"
    `);
  });
});

function lineOf(line: number): string {
  return source.split('\n')[line - 1] ?? '';
}
