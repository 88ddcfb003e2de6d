import {metricOf} from '../../../promql';
import {COUNTER_FUNCTIONS} from '../../promql/counter-functions';
import {familyOf, hasCatalogue} from '../../promql/metric-labels';
import {defineRule} from '../../rule';
import {visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'inventory/no-rate-of-gauge',
  summary: 'Disallow `rate` and `increase` of a gauge',
  why: 'Each time that a gauge goes down, `rate` takes it for a counter that starts anew, and adds the whole value.',
  severity: 'error',
  messages: {
    gauge: 'Found `{{fn}}` of `{{metric}}`, which is a gauge in `{{path}}`, expected `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'a counter, and a gauge with its own functions',
        source:
          '```promql\nrate(web_requests_total[5m])\n\nderiv(web_sessions[5m])\n\nrate(web_unknown[5m])\n```\n',
        files: {
          'metrics.prom':
            '# TYPE web_requests_total counter\nweb_requests_total 1\n# TYPE web_sessions gauge\nweb_sessions 1\n',
        },
      },
    ],
    bad: [
      {
        title: 'gauges',
        source: '```promql\nrate(web_sessions[5m])\n\nincrease(web_sessions[1h])\n```\n',
        files: {'metrics.prom': '# TYPE web_sessions gauge\nweb_sessions 1\n'},
        reports: ['2:1-2:23 Found `rate` of `web_sessions`, which is a gauge in `metrics.prom`, expected `deriv`.', '4:1-4:27 Found `increase` of `web_sessions`, which is a gauge in `metrics.prom`, expected `delta`.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      query({place, ...query}) {
        if (!hasCatalogue(inventory)) return;
        visitQuery({place, ...query}, expr => {
          if (expr.kind !== 'call' || !COUNTER_FUNCTIONS.has(expr.name)) return;
          const [range] = expr.args;
          if (range?.kind !== 'matrixSelector') return;
          const metric = metricOf(range.selector);
          const family = familyOf(inventory, range.selector);
          if (metric === undefined || family?.type !== 'gauge' || isNamedAsCounter(metric)) return;
          const wanted = WANTED.get(expr.name) ?? 'delta';
          const data = {fn: expr.name, metric, path: family.path, wanted};
          report({at: place(expr.start, expr.end), message: 'gauge', data});
        });
      },
    };
  },
});

const WANTED = new Map([
  ['rate', 'deriv'],
  ['irate', 'idelta'],
  ['increase', 'delta'],
]);

/** Some exporters declare a counter as a gauge; the name tells. */
function isNamedAsCounter(metric: string): boolean {
  return /_(?:total|count|sum|bucket)$/.test(metric);
}
