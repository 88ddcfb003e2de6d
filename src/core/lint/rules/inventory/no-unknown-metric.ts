import type {Inventory} from '../../../inventory';
import {findSeries} from '../../../inventory';
import {metricOf} from '../../../promql';
import {closest} from '../../../closest';
import {hasCatalogue, isUnlisted} from '../../promql/metric-labels';
import {defineRule} from '../../rule';
import {isFilled, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'inventory/no-unknown-metric',
  summary: 'Disallow metrics that no catalogue and no rule has',
  why: 'A query for a metric that is not there gives no result and no error: it looks as if all were well.',
  severity: 'error',
  messages: {
    similar: 'Found the metric `{{metric}}`, which no file of the inventory has, expected `{{similar}}` of `{{path}}`.',
    unknown: 'Found the metric `{{metric}}`, expected one that `{{path}}` has.',
  },
  examples: {
    good: [
      {
        title: 'parts of a histogram, a recorded metric, and metrics of Prometheus itself',
        source:
          '```promql\nrate(web_seconds_count[5m]) + rate(web_seconds_bucket{le="1.0"}[5m])\n\njob:web:rate5m > 5 and up == 1\n\nrate(node_cpu_seconds_total[5m])\n\nkube_node_info\n```\n',
        files: {
          'metrics.prom': '# TYPE web_seconds histogram\nweb_seconds_bucket{le="1"} 1\n# TYPE kube_pod_info gauge\nkube_pod_info 1\n',
          'rules.yml':
            'groups:\n  - name: web\n    rules:\n      - record: job:web:rate5m\n        expr: sum by (job) (rate(web_seconds_count[5m]))\n',
        },
      },
    ],
    bad: [
      {
        title: 'a slip of the pen, and a metric that is gone',
        source: '```promql\nrate(web_request_total[5m])\n\nweb_sessions > 100\n```\n',
        files: {
          'metrics.prom': '# TYPE web_requests_total counter\nweb_requests_total 1\n',
        },
        reports: ['2:6-2:23 Found the metric `web_request_total`, which no file of the inventory has, expected `web_requests_total` of `metrics.prom`.', '4:1-4:13 Found the metric `web_sessions`, expected one that `metrics.prom` has.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      query(query) {
        if (!hasCatalogue(inventory)) return;
        visitQuery(query, expr => {
          if (expr.kind !== 'vectorSelector' || isFilled(query, expr)) return;
          const metric = metricOf(expr);
          if (metric === undefined || isUnlisted(metric) || findSeries(inventory, metric)) return;
          const {path, similar} = nearest(inventory, metric);
          if (path === undefined) return;
          const end = expr.name === undefined ? expr.end : expr.start + expr.name.length;
          const at = query.place(expr.start, end);
          if (similar === undefined) report({at, message: 'unknown', data: {metric, path}});
          else report({at, message: 'similar', data: {metric, similar, path}});
        });
      },
    };
  },
});

type Nearest = {readonly path?: string; readonly similar?: string};

/** What the catalogue has of the same name's beginning; one that has nothing of it says nothing. */
function nearest(inventory: Inventory, metric: string): Nearest {
  const {found} = indexOf(inventory);
  const known = found.get(metric);
  if (known !== undefined) return known;
  const result = search(inventory, metric);
  found.set(metric, result);
  return result;
}

function search(inventory: Inventory, metric: string): Nearest {
  const {names, prefixes} = indexOf(inventory);
  const prefix = prefixOf(metric);
  const isOwn = !metric.includes(':') && !SHARED.has(prefix) && prefixes.has(prefix);
  const similar = closest(metric, names.keys());
  const path = similar === undefined ? undefined : names.get(similar);
  if (similar !== undefined && path !== undefined && (isOwn || isSlip(metric, similar))) {
    return {path, similar};
  }
  const related = isOwn ? prefixes.get(prefix) : undefined;
  return related === undefined ? {} : {path: related};
}

/** Beginnings that no catalogue of one service has all metrics of. */
const SHARED = new Set([
  'alertmanager',
  'apiserver',
  'cluster',
  'container',
  'go',
  'grpc',
  'http',
  'instance',
  'job',
  'jvm',
  'kube',
  'kubelet',
  'kubernetes',
  'machine',
  'namespace',
  'nginx',
  'node',
  'probe',
  'process',
  'prometheus',
  'promhttp',
  'python',
  'rest',
  'workqueue',
]);

/** Two letters at most in one place. */
function isSlip(word: string, candidate: string): boolean {
  const shorter = Math.min(word.length, candidate.length);
  let start = 0;
  while (start < shorter && word[start] === candidate[start]) start++;
  let end = 0;
  while (end < shorter - start && word.at(-1 - end) === candidate.at(-1 - end)) end++;
  return Math.max(word.length, candidate.length) - start - end <= 2;
}

/** `web` of `web_requests_total`. */
function prefixOf(metric: string): string {
  return metric.split('_', 1)[0] ?? metric;
}

type Index = {
  readonly names: ReadonlyMap<string, string>;
  readonly prefixes: ReadonlyMap<string, string>;
  /** What was asked before. */
  readonly found: Map<string, Nearest>;
};

/** A lint asks about thousands of names. */
const indexes = new WeakMap<Inventory, Index>();

const SUFFIXES = new Map([
  ['histogram', ['_bucket', '_sum', '_count']],
  ['summary', ['', '_sum', '_count']],
]);

function indexOf(inventory: Inventory): Index {
  const known = indexes.get(inventory);
  if (known !== undefined) return known;
  const {metrics, recordings} = inventory;
  const index = {
    names: new Map([
      ...metrics.flatMap(({name, type, path}) =>
        (SUFFIXES.get(type) ?? ['']).map(suffix => [name + suffix, path] as const),
      ),
      ...recordings.map(({record, path}) => [record, path] as const),
    ]),
    prefixes: new Map(metrics.map(({name, path}) => [prefixOf(name), path] as const)),
    found: new Map<string, Nearest>(),
  };
  indexes.set(inventory, index);
  return index;
}
