import {findSeries} from '../../../inventory';
import {metricOf, walkPromql} from '../../../promql';
import type {Expr} from '../../../promql';
import {defineRule} from '../../rule';
import {visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-lifetime-quantile',
  summary: 'Disallow quantiles of raw buckets',
  why: 'Buckets only grow. Without a `rate` the quantile is one of everything since the process started, and a slow hour does not show.',
  severity: 'warning',
  messages: {
    raw: 'Found `{{metric}}` in `histogram_quantile` without a range, expected `rate({{metric}}[…])`.',
  },
  examples: {
    good: [
      {
        title: 'a rate, and a recorded one',
        source:
          '```promql\nhistogram_quantile(0.9, sum by (le) (rate(sql_studio_jobs_duration_seconds_bucket[5m])))\n\nhistogram_quantile(0.9, job:jobs_duration_seconds_bucket:rate5m)\n```\n',
      },
    ],
    bad: [
      {
        title: 'everything since the start',
        source:
          '```promql\nhistogram_quantile(0.9, sum by (le) (sql_studio_jobs_duration_seconds_bucket))\n```\n',
        reports: [
          '2:38-2:77 Found `sql_studio_jobs_duration_seconds_bucket` in `histogram_quantile` without a range, expected `rate(sql_studio_jobs_duration_seconds_bucket[…])`.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    const isGauge = (metric: string) => {
      const series = workspace.inventory && findSeries(workspace.inventory, metric);
      return series?.kind === 'metric' && series.family.type === 'gaugehistogram';
    };
    return {
      query({place, ...query}) {
        visitQuery({place, ...query}, expr => {
          const histogram =
            expr.kind === 'call' && expr.name === 'histogram_quantile' && expr.args[1];
          if (histogram === false || histogram === undefined) return;
          for (const {metric, start, end} of rawBuckets(histogram)) {
            if (isGauge(metric)) continue;
            report({at: place(start, end), message: 'raw', data: {metric}});
          }
        });
      },
    };
  },
});

/** Names with a colon are recorded, by custom as rates. */
function rawBuckets(histogram: Expr) {
  const found: {readonly metric: string; readonly start: number; readonly end: number}[] = [];
  walkPromql(histogram, expr => {
    if (expr.kind === 'matrixSelector' || expr.kind === 'subquery') return 'skip';
    const metric = expr.kind === 'vectorSelector' ? metricOf(expr) : undefined;
    if (metric?.endsWith('_bucket') === true && !metric.includes(':')) {
      found.push({metric, start: expr.start, end: expr.end});
    }
    return undefined;
  });
  return found;
}
