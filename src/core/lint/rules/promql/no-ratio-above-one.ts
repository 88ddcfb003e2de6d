import {comparedWithConstant} from '../../../promql';
import {shareIn} from '../../promql/share';
import {defineRule} from '../../rule';
import {textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-ratio-above-one',
  summary: 'Disallow comparing a share of a whole with more than 1',
  why: 'A share goes from 0 to 1. Whoever writes `> 5` means 5 %, and has an alert that never fires; with `< 95` it never stops.',
  severity: 'warning',
  messages: {
    ratio:
      'Found `{{found}}` of a share of `{{metric}}`, which is at most 1, expected `{{wanted}}` or a factor of 100.',
  },
  examples: {
    good: [
      {
        title: 'a share, a percentage, and a ratio of two metrics',
        source:
          '```promql\nsum(rate(requests_total{status=~"5.."}[5m])) / sum(rate(requests_total[5m])) > 0.05\n\n100 * sum(rate(requests_total{status=~"5.."}[5m])) / sum(rate(requests_total[5m])) > 5\n\nsum(rate(retries_total[5m])) / sum(rate(requests_total[5m])) > 2\n```\n',
      },
      {
        title: 'used more than once over, and two things that only sound alike',
        source:
          '```promql\ncpu_requests_used / cpu_requests_limit > 1.5\n\nnode_load1 / count without (cpu) (node_cpu_seconds_total{mode="idle"}) > 2\n\nsum(rate(a_sum[5m])) / sum(rate(a_count[5m])) > 5\n\ncount(up) / count(up == 1) > 2\n\nrate(a_bucket{le="5.0"}[5m]) / ignoring (le) rate(a_bucket{le="1.0"}[5m]) > 2\n```\n',
      },
      {
        title: 'growth from one day to the next',
        source:
          '```promql\nsum(rate(requests_total[5m])) / sum(rate(requests_total[5m] offset 1d)) > 2\n\nsum(rate(requests_total[5m])) / sum(rate(requests_total[1h])) > 2\n```\n',
      },
    ],
    bad: [
      {
        title: 'what is left of a share, what is used of a limit, and a share of buckets',
        source:
          '```promql\n1 - sum(up{job="web"}) / count(up{job="web"}) > 20\n\n(node_filesystem_avail_bytes / node_filesystem_size_bytes) < 10\n\npool_connections_active / pool_connections_max > 90\n\nsum(rate(a_seconds_bucket{le="0.5"}[5m])) / sum(rate(a_seconds_count[5m])) < 95\n```\n',
        reports: [
          '2:1-2:51 Found `> 20` of a share of `up`, which is at most 1, expected `> 0.2` or a factor of 100.',
          '4:1-4:64 Found `< 10` of a share of `node_filesystem_size_bytes`, which is at most 1, expected `< 0.1` or a factor of 100.',
          '6:1-6:52 Found `> 90` of a share of `pool_connections_max`, which is at most 1, expected `> 0.9` or a factor of 100.',
          '8:1-8:80 Found `< 95` of a share of `a_seconds_count`, which is at most 1, expected `< 0.95` or a factor of 100.',
        ],
      },
      {
        title: 'a percentage without the hundred',
        source:
          '```promql\nsum(rate(requests_total{job="web", status=~"5.."}[5m])) / sum(rate(requests_total{job="web"}[5m])) > 5\n\n10 < (rate(requests_total{status="500"}[5m]) / ignoring (status) rate(requests_total[5m]))\n```\n',
        reports: [
          '2:1-2:103 Found `> 5` of a share of `requests_total`, which is at most 1, expected `> 0.05` or a factor of 100.',
          '4:1-4:91 Found `> 10` of a share of `requests_total`, which is at most 1, expected `> 0.1` or a factor of 100.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, expr => {
          if (expr.kind !== 'binary') return;
          const side = comparedWithConstant(expr);
          const metric = side && shareIn(side.vector);
          if (side === undefined || metric === undefined || side.constant <= 1) return;
          // What is used may exceed a soft limit by a little.
          if (metric.isSoft && side.constant < 5) return;
          const constant = textOf(query, expr.left === side.vector ? expr.right : expr.left);
          report({
            at: query.place(expr.start, expr.end),
            message: 'ratio',
            data: {
              found: `${side.operator} ${constant}`,
              metric: metric.name,
              wanted: `${side.operator} ${Number((side.constant / 100).toPrecision(12))}`,
            },
          });
        });
      },
    };
  },
});
