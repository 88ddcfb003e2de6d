import {COUNTER_FUNCTIONS, aggregateHead, termsOf} from '../../promql/counter-functions';
import {defineRule} from '../../rule';
import {visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-rate-of-sum',
  summary: 'Disallow `rate` over a sum or an average of counters',
  why: 'When one pod restarts its counter drops, and in the sum that looks as if all counters had started anew: the rate jumps to a number that never was. First `rate`, then `sum`.',
  severity: 'error',
  messages: {
    sum: 'Found `{{fn}}` over `{{sum}}`, expected `{{sum}}` over `{{fn}}`.',
  },
  examples: {
    good: [
      {
        title: 'rates that are summed up, and a sum of gauges over time',
        source:
          '```promql\nsum(rate(sql_studio_http_requests_total[5m]))\n\nmax_over_time(sum(sql_studio_http_requests_in_flight)[1h:1m])\n\nderiv(sum(sql_studio_sync_lag_seconds)[30m:1m])\n\nrate(max without (replica) (sql_studio_http_requests_total)[5m:])\n```\n',
      },
    ],
    bad: [
      {
        title: 'a rate of a sum, alone and in arithmetic',
        source:
          '```promql\nrate(sum by (pod) (sql_studio_http_requests_total)[5m:30s])\n\nincrease((sum(sql_studio_cache_hits_total) + sum(sql_studio_cache_misses_total))[1h:])\n\nirate(avg(sql_studio_http_requests_total)[5m:])\n```\n',
        reports: [
          '2:1-2:60 Found `rate` over `sum by (pod)`, expected `sum by (pod)` over `rate`.',
          '4:1-4:87 Found `increase` over `sum`, expected `sum` over `increase`.',
          '6:1-6:48 Found `irate` over `avg`, expected `avg` over `irate`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      query({place, ...query}) {
        visitQuery({place, ...query}, expr => {
          if (expr.kind !== 'call' || !COUNTER_FUNCTIONS.has(expr.name)) return;
          const [range] = expr.args;
          if (range?.kind !== 'subquery') return;
          const sum = termsOf(range.expr).find(term => term.kind === 'aggregate');
          if (sum?.kind !== 'aggregate' || !ADDING.has(sum.operator)) return;
          if (termsOf(sum.expr).some(term => term.kind !== 'vectorSelector')) return;
          const data = {fn: expr.name, sum: aggregateHead(sum)};
          report({at: place(expr.start, expr.end), message: 'sum', data});
        });
      },
    };
  },
});

/** The largest of several counters may well be one counter, seen by two servers. */
const ADDING = new Set(['sum', 'avg']);
