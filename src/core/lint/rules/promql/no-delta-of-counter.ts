import {findSeries} from '../../../inventory';
import {metricOf, unwrap} from '../../../promql';
import type {Expr} from '../../../promql';
import {defineRule} from '../../rule';
import {visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-delta-of-counter',
  summary: 'Disallow `delta` and `deriv` of counters',
  why: 'They are made for gauges and do not know that a counter starts again at 0: after a restart the result is far below what happened, often negative.',
  severity: 'warning',
  messages: {
    counter: 'Found `{{fn}}` of `{{metric}}`, expected `{{wanted}}`: a counter starts again at 0.',
  },
  examples: {
    good: [
      {
        title: 'a gauge, and a counter with its own functions',
        source:
          '```promql\ndelta(sql_studio_sync_lag_seconds[1h])\n\nincrease(sql_studio_http_requests_total[1h])\n```\n',
      },
      {
        title: 'a gauge with the name of a counter',
        source: '```promql\nderiv(tables_total[1h])\n```\n',
        files: {'metrics.prom': '# TYPE tables_total gauge\ntables_total 5\n'},
      },
    ],
    bad: [
      {
        title: 'counters',
        source:
          '```promql\ndelta(sql_studio_http_requests_total[1h])\n\nderiv(sql_studio_http_requests_total[1h])\n\nidelta(sql_studio_http_requests_total[1h])\n\ndelta(sql_studio_http_requests_total[1h:1m])\n```\n',
        reports: [
          '2:1-2:42 Found `delta` of `sql_studio_http_requests_total`, expected `increase`: a counter starts again at 0.',
          '4:1-4:42 Found `deriv` of `sql_studio_http_requests_total`, expected `rate`: a counter starts again at 0.',
          '6:1-6:43 Found `idelta` of `sql_studio_http_requests_total`, expected `irate`: a counter starts again at 0.',
          '8:1-8:45 Found `delta` of `sql_studio_http_requests_total`, expected `increase`: a counter starts again at 0.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    const isGauge = (metric: string) => {
      const series = inventory && findSeries(inventory, metric);
      return series?.kind === 'metric' && series.family.type.startsWith('gauge');
    };
    return {
      query({place, ...query}) {
        visitQuery({place, ...query}, expr => {
          const wanted = expr.kind === 'call' ? COUNTERPARTS.get(expr.name) : undefined;
          if (expr.kind !== 'call' || wanted === undefined) return;
          const [range] = expr.args;
          const metric = range && counterIn(range);
          if (metric === undefined || isGauge(metric)) return;
          const at = place(expr.start, expr.end);
          report({at, message: 'counter', data: {fn: expr.name, metric, wanted}});
        });
      },
    };
  },
});

/** By its name: in a range, or in a subquery of nothing but the metric. */
function counterIn(range: Expr): string | undefined {
  const inner = range.kind === 'subquery' ? unwrap(range.expr) : range;
  const selector = inner.kind === 'matrixSelector' ? inner.selector : inner;
  const metric = selector.kind === 'vectorSelector' ? metricOf(selector) : undefined;
  return metric !== undefined && /^[^:]+_(?:total|bucket)$/.test(metric) ? metric : undefined;
}

const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ['delta', 'increase'],
  ['idelta', 'irate'],
  ['deriv', 'rate'],
]);
