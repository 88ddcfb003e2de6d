import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {
  findAutoscaler,
  findObjects,
  findPorts,
  findSeries,
  findWorkloads,
  inventoryKindOf,
  loadInventory,
  parseLabelSelector,
} from '../src/core/inventory';

const root = join(__dirname, '..', 'inventory');
const prometheus = join(root, 'prometheus');

function filesIn(folder: string) {
  return readdirSync(join(root, folder)).map(name => {
    const path = `inventory/${folder}/${name}`;
    return {path, source: readFileSync(join(root, folder, name), 'utf8')};
  });
}

const files = [...filesIn('kubernetes'), ...filesIn('prometheus')];
const inventory = loadInventory({
  kubernetes: files.filter(({path, source}) => inventoryKindOf(path, source) === 'kubernetes'),
  rules: files.filter(({path, source}) => inventoryKindOf(path, source) === 'rules'),
  metrics: files.filter(({path, source}) => inventoryKindOf(path, source) === 'metrics'),
});

describe('our inventory', () => {
  it('is understood to the last file, save the unit tests of the rules', () => {
    expect(inventory.problems).toEqual([]);
    const read = new Set(inventory.files.map(({path}) => path));
    expect(files.filter(({path}) => !read.has(path)).map(({path}) => path)).toEqual([
      'inventory/prometheus/alerts.test.yml',
    ]);
  });

  it('declares the objects that the runbooks name', () => {
    const names = inventory.objects.map(({type, name, namespace}) =>
      [namespace, type, name].filter(Boolean).join('/'),
    );
    expect(names.toSorted()).toMatchInlineSnapshot(`
      [
        "IngressClass/nginx",
        "Namespace/cert-manager",
        "Namespace/ingress-nginx",
        "Namespace/sql-studio",
        "cert-manager/Deployment/cert-manager",
        "cert-manager/ServiceAccount/cert-manager",
        "ingress-nginx/ConfigMap/nginx-configuration",
        "ingress-nginx/Deployment/ingress-nginx-controller",
        "ingress-nginx/Service/ingress-nginx-controller",
        "ingress-nginx/ServiceAccount/ingress-nginx",
        "sql-studio/Certificate/sql-studio-tls",
        "sql-studio/ConfigMap/sql-studio-config",
        "sql-studio/Deployment/sql-studio-backend",
        "sql-studio/Deployment/sql-studio-redis",
        "sql-studio/HorizontalPodAutoscaler/sql-studio-backend-hpa",
        "sql-studio/Ingress/sql-studio",
        "sql-studio/Issuer/letsencrypt",
        "sql-studio/PodDisruptionBudget/sql-studio-backend",
        "sql-studio/Probe/blackbox-http",
        "sql-studio/Secret/sql-studio-secrets",
        "sql-studio/Service/sql-studio-backend",
        "sql-studio/Service/sql-studio-redis",
        "sql-studio/ServiceAccount/sql-studio-backend",
        "sql-studio/ServiceMonitor/sql-studio-backend",
      ]
    `);
  });

  it('connects the service, its pods and its autoscaler', () => {
    const selector = parseLabelSelector('app=sql-studio-backend') ?? [];
    const workloads = findWorkloads(inventory, {selector, namespace: 'sql-studio'});
    const services = findObjects(inventory, {type: 'Service', name: 'sql-studio-backend'});
    const target = {type: 'Deployment', name: 'sql-studio-backend', namespace: 'sql-studio'};
    const {minReplicas, maxReplicas} = findAutoscaler(inventory, target) ?? {};
    expect({
      workloads: workloads.map(({object}) => object.name),
      ports: services.flatMap(service => findPorts(inventory, service)),
      replicas: [minReplicas, maxReplicas],
    }).toEqual({
      workloads: ['sql-studio-backend'],
      ports: [{name: 'http', port: 8080, containerPort: 8080}],
      replicas: [2, 10],
    });
  });

  it('gives each alert a severity, a time and a page of its own', () => {
    const alerts = inventory.alerts.map(({alert, labels, for: pending, runbook}) =>
      [alert, labels['severity'], pending, runbook?.url.split('/').at(-1)].join(' '),
    );
    expect(alerts).toMatchInlineSnapshot(`
      [
        "HighErrorRate critical 5m high-error-rate",
        "HighAPILatency warning 5m high-latency",
        "CriticalAPILatency critical 3m critical-latency",
        "DatabaseConnectionPoolExhaustion critical 5m connection-pool-exhaustion",
        "HighQueryFailureRate warning 5m query-failures",
        "SlowQueries warning 10m slow-queries",
        "HighConnectionChurn warning 5m connection-churn",
        "HighFailedAuthenticationRate critical 1m brute-force-detection",
        "MultipleAccountLockouts warning 1m account-lockouts",
        "HighSyncFailureRate warning 5m sync-failures",
        "SyncLag warning 10m sync-lag",
        "PodCrashLooping critical 5m pod-crash-loop",
        "PodNotReady warning 5m pod-not-ready",
        "HighMemoryUsage warning 5m high-memory",
        "CriticalMemoryUsage critical 2m critical-memory",
        "HighCPUUsage warning 5m high-cpu",
        "NodeDiskPressure critical 5m disk-pressure",
        "ServiceDown critical 2m service-down",
        "APIEndpointDown critical 2m endpoint-down",
        "SSLCertificateExpired critical 5m ssl-cert-expired",
        "SSLCertificateExpiringSoon warning 1h ssl-cert-expiry",
        "PrometheusScrapeFailing warning 5m prometheus-scrape-failure",
        "PrometheusTargetMissing critical 5m prometheus-target-missing",
        "PrometheusStorageAlmostFull warning 1h prometheus-storage-full",
      ]
    `);
    expect(inventory.alerts.flatMap(({runbook}) => runbook?.url ?? []).filter(isForeign)).toEqual(
      [],
    );
  });

  it('has every metric that an alert asks for', () => {
    const asked = inventory.alerts.flatMap(({expr}) => expr.match(metricName) ?? []);
    const unknown = new Set(asked.filter(name => !findSeries(inventory, name)));
    expect([...unknown]).toEqual([]);
  });
});

function isForeign(url: string): boolean {
  return !/^https:\/\/docs\.sqlstudio\.io\/runbooks\/[a-z-]+$/.test(url);
}

const metricName = /\b(?:(?:sql_studio|kube|kubelet|container|probe|prometheus)_\w+|up(?=[ {)]))/g;

const promtool = process.env['PROMTOOL'] ?? 'promtool';
const isFound = spawnSync(promtool, ['--version']).status === 0;
const isSkipped = !isFound && process.env['CI'] !== 'true';
if (isSkipped) process.stdout.write('The alert rules are not tested: no promtool, set PROMTOOL\n');

describe.skipIf(isSkipped)('promtool', () => {
  it('accepts the alert rules', () => {
    expect(runPromtool(['check', 'rules', 'alerts.yml'])).toEqual({
      status: 0,
      output: 'Checking alerts.yml\n  SUCCESS: 24 rules found\n\n',
    });
  });

  it('sees each alert fire when it should, and only then', () => {
    expect(runPromtool(['test', 'rules', 'alerts.test.yml'])).toEqual({
      status: 0,
      output: 'Unit Testing:  alerts.test.yml\n  SUCCESS\n\n',
    });
  });

  it('has nothing to say about the metrics', () => {
    const input = readFileSync(join(prometheus, 'metrics.prom'));
    expect(runPromtool(['check', 'metrics'], input)).toEqual({status: 0, output: ''});
  });
});

function runPromtool(args: readonly string[], input: Buffer = Buffer.alloc(0)) {
  const {status, stdout, stderr, error} = spawnSync(promtool, args, {cwd: prometheus, input});
  return {status, output: error?.message ?? `${stdout}${stderr}`};
}
