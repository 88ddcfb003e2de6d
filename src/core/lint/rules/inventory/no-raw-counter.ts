import {comparedWithConstant, metricOf, unwrap} from '../../../promql';
import type {Expr, VectorSelector} from '../../../promql';
import {hasCatalogue, isCounter, seriesOf} from '../../promql/metric-labels';
import {defineRule} from '../../rule';
import {visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'inventory/no-raw-counter',
  summary: 'Disallow comparing a counter itself with a threshold',
  why: 'A counter counts since its process started: the threshold is passed some day whatever happens, and is far away again after a restart.',
  severity: 'warning',
  messages: {
    raw: 'Found `{{metric}}` compared with `{{threshold}}`, a counter in `{{path}}`, expected `increase({{metric}}[…])` or `rate`.',
  },
  examples: {
    good: [
      {
        title: 'an increase, and whether there is anything at all',
        source:
          '```promql\nincrease(web_requests_total[5m]) > 100\n\nweb_requests_total > 0\n\ncount(web_requests_total) > 3\n```\n',
        files: {'metrics.prom': '# TYPE web_requests_total counter\nweb_requests_total 1\n'},
      },
    ],
    bad: [
      {
        title: 'a threshold for all time',
        source: '```promql\nsum(web_requests_total{status="500"}) > 100\n```\n',
        files: {
          'metrics.prom': '# TYPE web_requests_total counter\nweb_requests_total{status="200"} 1\n',
        },
        reports: ['2:5-2:37 Found `web_requests_total` compared with `100`, a counter in `metrics.prom`, expected `increase(web_requests_total[…])` or `rate`.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      query({place, ...query}) {
        if (!hasCatalogue(inventory)) return;
        visitQuery({place, ...query}, expr => {
          const side = expr.kind === 'binary' ? comparedWithConstant(expr) : undefined;
          const selector = side && side.constant !== 0 ? addedUp(side.vector) : undefined;
          if (side === undefined || selector === undefined) return;
          const series = seriesOf(inventory, selector);
          const metric = metricOf(selector);
          if (series?.kind !== 'metric' || !isCounter(series) || metric === undefined) return;
          const threshold = String(side.constant);
          report({
            at: place(selector.start, selector.end),
            message: 'raw',
            data: {metric, threshold, path: series.family.path},
          });
        });
      },
    };
  },
});

const ADDING = new Set(['sum', 'avg', 'min', 'max', 'topk', 'bottomk']);

/** The selector whose values, as they are or added up, the expression has. */
function addedUp(expr: Expr): VectorSelector | undefined {
  let inner = unwrap(expr);
  while (inner.kind === 'aggregate' && ADDING.has(inner.operator)) inner = unwrap(inner.expr);
  return inner.kind === 'vectorSelector' ? inner : undefined;
}
