import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {lint} from '../src/core';

const PATH = 'operational-runbook.md';
const ROOT = join(__dirname, '..');
const source = readFileSync(join(__dirname, 'fixtures', PATH), 'utf8');

describe('the runbook that the first pages were made from, with our inventory', () => {
  it('has the findings that only the manifests can know', () => {
    const findings = lint([{path: PATH, source}], {
      inventory: {kubernetes: readFolder('inventory/kubernetes')},
    });
    const own = findings.filter(({rule}) => rule.startsWith('inventory/'));
    const lines = own.map(
      ({line, column, severity, rule, message}) =>
        `${line}:${column} ${severity} ${rule} ${message}`,
    );
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "95:12 error inventory/no-autoscaled-replicas Found \`scale\` on Deployment \`sql-studio-backend\`, whose replicas (2 to 10) the HorizontalPodAutoscaler \`sql-studio-backend-hpa\` of inventory/kubernetes/sql-studio-backend.yaml owns and takes back, expected \`kubectl patch hpa sql-studio-backend-hpa -n sql-studio --type=merge -p '{"spec":{"minReplicas":6}}'\`.
      212:12 error inventory/no-autoscaled-replicas Found \`scale\` on Deployment \`sql-studio-backend\`, whose replicas (2 to 10) the HorizontalPodAutoscaler \`sql-studio-backend-hpa\` of inventory/kubernetes/sql-studio-backend.yaml owns and takes back, expected \`kubectl patch hpa sql-studio-backend-hpa -n sql-studio --type=merge -p '{"spec":{"minReplicas":3}}'\`.
      450:12 error inventory/no-autoscaled-replicas Found \`scale\` on Deployment \`sql-studio-backend\`, whose replicas (2 to 10) the HorizontalPodAutoscaler \`sql-studio-backend-hpa\` of inventory/kubernetes/sql-studio-backend.yaml owns and takes back, expected \`kubectl patch hpa sql-studio-backend-hpa -n sql-studio --type=merge -p '{"spec":{"minReplicas":3}}'\`.
      510:9 error inventory/no-autoscaled-replicas Found \`scale\` on Deployment \`sql-studio-backend\`, whose replicas (2 to 10) the HorizontalPodAutoscaler \`sql-studio-backend-hpa\` of inventory/kubernetes/sql-studio-backend.yaml owns and takes back, expected \`kubectl patch hpa sql-studio-backend-hpa -n sql-studio --type=merge -p '{"spec":{"minReplicas":5}}'\`."
    `);
  });
});

function readFolder(folder: string) {
  return readdirSync(join(ROOT, folder)).map(file => ({
    path: `${folder}/${file}`,
    source: readFileSync(join(ROOT, folder, file), 'utf8'),
  }));
}
