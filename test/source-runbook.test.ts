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
      25:61 warning tool/prefer-jq "status\\":5"
      28:37 error runbook/no-mojibake â†’
      31:10 warning promql/no-query-in-comment sum(rate(sql_studio_http_requests_total{status=~"5.."}[5m])) by (endpoint, status)
      46:4 warning kubectl/require-rollout-wait kubectl rollout undo
      72:21 warning promql/no-query-in-comment topk(10, histogram_quantile(0.95, sum(rate(sql_studio_http_request_duration_seconds_bucket[5m])) by (endpoint, le)))
      75:10 warning promql/no-query-in-comment histogram_quantile(0.95, sum(rate(sql_studio_database_query_duration_seconds_bucket[5m])) by (operation, le))
      89:31 error kubectl/no-truncated-logs -l app=sql-studio-backend
      89:64 warning tool/prefer-jq "duration_ms\\":[0-9]\\{4,\\}"
      89:79 warning tool/no-digit-count-threshold [0-9]\\{4,\\}
      95:4 warning kubectl/require-rollout-wait kubectl scale
      130:22 error shell/no-bare-placeholder POD_NAME
      133:14 error shell/no-bare-placeholder POD_NAME
      141:25 error shell/no-bare-placeholder POD_NAME
      144:4 warning kubectl/no-editor kubectl edit
      151:25 error shell/no-bare-placeholder POD_NAME
      151:61 warning kubectl/no-probe-settings "Liveness:"
      159:17 error shell/no-bare-placeholder POD_NAME
      167:4 warning kubectl/no-printed-secret kubectl exec POD_NAME -n sql-studio -- env
      167:17 error shell/no-bare-placeholder POD_NAME
      170:4 warning kubectl/no-editor kubectl edit
      193:21 warning promql/no-query-in-comment sql_studio_database_connections_active / sql_studio_database_connections_max
      196:18 error shell/no-bare-placeholder POD_NAME
      206:4 warning kubectl/require-rollout-wait kubectl set env
      212:4 warning kubectl/require-rollout-wait kubectl scale
      217:4 warning kubectl/require-rollout-wait kubectl rollout restart
      252:22 error shell/no-bare-placeholder POD_NAME
      255:1 error kubectl/no-blocking-command kubectl port-forward POD_NAME 8080:8080 -n sql-studio
      255:22 info kubectl/no-pod-port-forward POD_NAME
      255:22 error shell/no-bare-placeholder POD_NAME
      256:1 warning tool/no-interactive-pprof go tool pprof
      263:4 warning kubectl/no-editor kubectl edit
      291:21 warning promql/no-query-in-comment rate(sql_studio_auth_attempts_total{status="failed"}[1m]) * 60
      294:28 error kubectl/no-truncated-logs -l app=sql-studio-backend
      294:99 info tool/no-last-field-of-log $NF
      302:4 warning kubectl/no-editor kubectl edit
      336:21 warning promql/no-query-in-comment sum(rate(sql_studio_sync_operations_total{status="failed"}[5m])) / sum(rate(sql_studio_sync_operations_total[5m]))
      339:28 error kubectl/no-truncated-logs -l app=sql-studio-backend
      342:14 warning kubectl/no-needless-terminal -it
      342:18 error shell/no-bare-placeholder POD_NAME
      342:44 info tool/require-nc-timeout nc
      361:4 warning kubectl/require-rollout-wait kubectl set env
      381:30 warning kubectl/no-single-pod-logs deployment/cert-manager
      389:12 warning kubectl/no-certificate-deletion delete certificate sql-studio-tls
      400:33 warning kubectl/no-single-pod-logs deployment/cert-manager
      445:4 warning kubectl/require-rollout-wait kubectl rollout undo
      445:12 warning runbook/no-repeated-undo rollout undo deployment/sql-studio-backend
      450:4 warning kubectl/require-rollout-wait kubectl scale
      462:1 error kubectl/no-blocking-command kubectl port-forward POD_NAME 8080:8080 -n sql-studio
      462:22 info kubectl/no-pod-port-forward POD_NAME
      462:22 error shell/no-bare-placeholder POD_NAME
      463:1 warning tool/require-curl-fail curl
      463:1 info tool/require-curl-max-time curl
      463:6 warning shell/no-glob-in-address http://localhost:8080/debug/pprof/profile?seconds=30
      466:1 warning tool/no-interactive-pprof go tool pprof
      473:1 warning tool/require-curl-fail curl
      473:1 info tool/require-curl-max-time curl
      476:1 warning tool/no-interactive-pprof go tool pprof
      482:1 warning tool/require-curl-fail curl
      482:1 info tool/require-curl-max-time curl
      483:1 warning tool/no-interactive-pprof go tool pprof
      495:14 warning shell/no-unreached-command -f
      495:17 error shell/no-bare-placeholder POD_NAME
      498:18 error shell/no-bare-placeholder POD_NAME
      501:1 error kubectl/no-blocking-command kubectl port-forward POD_NAME 8080:8080 -n sql-studio
      501:22 info kubectl/no-pod-port-forward POD_NAME
      501:22 error shell/no-bare-placeholder POD_NAME
      504:22 error shell/no-bare-placeholder POD_NAME
      507:1 warning kubectl/require-rollout-wait kubectl rollout undo
      507:9 warning runbook/no-repeated-undo rollout undo deployment/sql-studio-backend
      510:1 warning kubectl/require-rollout-wait kubectl scale
      513:1 warning kubectl/require-rollout-wait kubectl rollout restart
      525:3 error runbook/no-dead-link [Incident Response Guide](./INCIDENT_RESPONSE_GUIDE.md)
      526:3 error runbook/no-dead-link [On-Call Guide](./ON_CALL_GUIDE.md)"
    `);
  });
});

function lineOf(line: number): string {
  return source.split('\n')[line - 1] ?? '';
}
