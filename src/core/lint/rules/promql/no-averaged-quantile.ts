import {comparedWithConstant} from '../../../promql';
import type {Expr} from '../../../promql';
import {aggregateHead, termsOf} from '../../promql/counter-functions';
import {defineRule} from '../../rule';
import {textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-averaged-quantile',
  summary: 'Disallow sums and averages of quantiles',
  why: 'The average of ten 95th percentiles is the 95th percentile of nothing: one pod with three slow requests weighs as much as one with a million.',
  severity: 'warning',
  messages: {
    histogram:
      'Found `{{found}}` around `histogram_quantile`, expected `sum by (le, …)` inside of it.',
    summary:
      'Found `{{found}}` around `{{inner}}`, expected one series, or `max`: quantiles cannot be added up.',
  },
  examples: {
    good: [
      {
        title: 'the buckets are added up, or the worst quantile is taken',
        source:
          '```promql\nhistogram_quantile(0.9, sum by (le) (rate(sql_studio_jobs_duration_seconds_bucket[5m])))\n\nmax(histogram_quantile(0.9, rate(sql_studio_jobs_duration_seconds_bucket[5m])))\n\nmax by (job) (go_gc_duration_seconds{quantile="1"})\n```\n',
      },
    ],
    bad: [
      {
        title: 'an average of quantiles',
        source:
          '```promql\navg(histogram_quantile(0.9, rate(sql_studio_jobs_duration_seconds_bucket[5m])))\n\nsum by (job) (go_gc_duration_seconds{quantile="0.75"})\n\navg(histogram_quantile(0.9, rate(a_bucket[5m])) * 1000 > 0)\n```\n',
        reports: [
          '2:1-2:80 Found `avg` around `histogram_quantile`, expected `sum by (le, …)` inside of it.',
          '4:1-4:55 Found `sum by (job)` around `go_gc_duration_seconds{quantile="0.75"}`, expected one series, or `max`: quantiles cannot be added up.',
          '6:1-6:60 Found `avg` around `histogram_quantile`, expected `sum by (le, …)` inside of it.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, expr => {
          if (expr.kind !== 'aggregate' || (expr.operator !== 'avg' && expr.operator !== 'sum'))
            return;
          const at = query.place(expr.start, expr.end);
          const found = aggregateHead(expr);
          const inner = averagedIn(expr.expr);
          if (inner === undefined) return;
          if (inner.kind === 'call' && inner.name === 'histogram_quantile') {
            report({at, message: 'histogram', data: {found}});
          } else if (isQuantileOfSummary(inner)) {
            report({at, message: 'summary', data: {found, inner: textOf(query, inner)}});
          }
        });
      },
    };
  },
});

/** The vector itself, through a change of unit and a comparison with a constant. */
function averagedIn(expr: Expr): Expr | undefined {
  const terms = termsOf(expr).filter(({type}) => type !== 'scalar');
  const [inner, ...others] = terms;
  if (inner === undefined || others.length > 0) return undefined;
  const side = inner.kind === 'binary' ? comparedWithConstant(inner) : undefined;
  return side === undefined ? inner : averagedIn(side.vector);
}

const QUANTILES = /^(?:0?\.\d+|0|1)(?:\|(?:0?\.\d+|0|1))*$/;

function isQuantileOfSummary(expr: Expr): boolean {
  return (
    expr.kind === 'vectorSelector' &&
    expr.matchers.some(
      ({name, operator, value}) =>
        name === 'quantile' && (operator === '=' || (operator === '=~' && QUANTILES.test(value))),
    )
  );
}
