import {constantOf} from '../../../promql';
import type {Expr} from '../../../promql';
import {defineRule} from '../../rule';
import {isEditable, textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-impossible-quantile',
  summary: 'Disallow quantiles outside of 0 to 1',
  why: 'Prometheus takes `95` and answers with infinity, so that a threshold is always exceeded or never.',
  severity: 'error',
  messages: {
    percent: 'Found the quantile `{{found}}`, expected `{{wanted}}`: quantiles go from 0 to 1.',
    outside: 'Found the quantile `{{found}}`, expected one from 0 to 1.',
  },
  examples: {
    good: [
      {
        title: 'quantiles of all kinds',
        source:
          '```promql\nhistogram_quantile(0.95, sum by (le) (rate(sql_studio_jobs_duration_seconds_bucket[5m])))\n\nquantile(1, sql_studio_sync_lag_seconds)\n\nquantile_over_time($q, sql_studio_sync_lag_seconds[1h])\n```\n',
      },
    ],
    bad: [
      {
        title: 'a percentage',
        source:
          '```promql\nhistogram_quantile(95, sum by (le) (rate(sql_studio_jobs_duration_seconds_bucket[5m])))\n\nquantile_over_time(99.9, sql_studio_sync_lag_seconds[1h])\n```\n',
        reports: [
          '2:20-2:22 Found the quantile `95`, expected `0.95`: quantiles go from 0 to 1.',
          '4:20-4:24 Found the quantile `99.9`, expected `0.999`: quantiles go from 0 to 1.',
        ],
        fixed:
          '```promql\nhistogram_quantile(0.95, sum by (le) (rate(sql_studio_jobs_duration_seconds_bucket[5m])))\n\nquantile_over_time(0.999, sql_studio_sync_lag_seconds[1h])\n```\n',
      },
      {
        title: 'a number that is no quantile',
        source: '```promql\nquantile(-1, sql_studio_sync_lag_seconds)\n```\n',
        reports: ['2:10-2:12 Found the quantile `-1`, expected one from 0 to 1.'],
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, expr => {
          const param = quantileIn(expr);
          const value = param && constantOf(param);
          if (param === undefined || value === undefined || !(value < 0 || value > 1)) return;
          const at = query.place(param.start, param.end);
          const found = textOf(query, param);
          const wanted = asFraction(value);
          if (wanted === undefined) report({at, message: 'outside', data: {found}});
          else {
            const fix = isEditable(query) && {fix: [{span: at, text: wanted}]};
            report({at, message: 'percent', data: {found, wanted}, ...fix});
          }
        });
      },
    };
  },
});

function quantileIn(expr: Expr): Expr | undefined {
  if (expr.kind === 'aggregate') return expr.operator === 'quantile' ? expr.param : undefined;
  if (expr.kind !== 'call') return undefined;
  return expr.name === 'histogram_quantile' || expr.name === 'quantile_over_time'
    ? expr.args[0]
    : undefined;
}

/** Percentages that somebody asks for; 1.5 may be a slip of another kind. */
function asFraction(value: number): string | undefined {
  if (value < 5 || value > 100) return undefined;
  return String(Number((value / 100).toPrecision(12)));
}
