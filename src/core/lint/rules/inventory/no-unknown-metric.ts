import type {Inventory} from '../../../inventory';
import {findSeries} from '../../../inventory';
import {metricOf} from '../../../promql';
import {closest} from '../../closest';
import {hasCatalogue, isUnlisted} from '../../metric-labels';
import {defineRule} from '../../rule';
import {isFilled, visitQuery} from '../../sound-query';

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
          '```promql\nrate(web_seconds_count[5m]) + rate(web_seconds_bucket{le="1.0"}[5m])\n\njob:web:rate5m > 5 and up == 1\n\nrate(node_cpu_seconds_total[5m])\n```\n',
        files: {
          'metrics.prom': '# TYPE web_seconds histogram\nweb_seconds_bucket{le="1"} 1\n',
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

/** A catalogue that has nothing of the same prefix says nothing about a metric. */
function nearest(
  inventory: Inventory,
  metric: string,
): {readonly path?: string; readonly similar?: string} {
  const {names, prefixes} = indexOf(inventory);
  const similar = closest(metric, names.keys());
  const path = similar === undefined ? undefined : names.get(similar);
  if (similar !== undefined && path !== undefined) return {path, similar};
  const related = metric.includes(':') ? undefined : prefixes.get(prefixOf(metric));
  return related === undefined ? {} : {path: related};
}

/** `web` of `web_requests_total`. */
function prefixOf(metric: string): string {
  return metric.split('_', 1)[0] ?? metric;
}

type Index = {
  readonly names: ReadonlyMap<string, string>;
  readonly prefixes: ReadonlyMap<string, string>;
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
  };
  indexes.set(inventory, index);
  return index;
}
