import {findSeries} from '../../../inventory';
import {parsePromql} from '../../../promql';
import type {Expr} from '../../../promql';
import {COUNTER_FUNCTIONS, termsOf} from '../../promql/counter-functions';
import {defineRule} from '../../rule';
import {textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-rate-of-rate',
  summary: 'Disallow `rate` over a rate',
  why: 'A rate goes up and down, and each time that it goes down `rate` takes it for a restart: the result is too high and means nothing.',
  severity: 'error',
  messages: {
    nested:
      'Found `{{outer}}` over `{{inner}}`, expected one of them, or `avg_over_time` around the rate.',
    recorded:
      'Found `{{outer}}` over `{{metric}}`, which `{{path}}` records as a `{{inner}}`, expected `avg_over_time`.',
    named:
      'Found `{{outer}}` over `{{metric}}`, which is recorded as a `{{inner}}` by its name, expected `avg_over_time`.',
  },
  examples: {
    good: [
      {
        title: 'one rate, and an average of rates',
        source:
          '```promql\nrate(sql_studio_http_requests_total[5m])\n\nmax_over_time(rate(sql_studio_http_requests_total[5m])[1h:1m])\n\nderiv(rate(sql_studio_http_requests_total[5m])[1h:1m])\n```\n',
      },
    ],
    bad: [
      {
        title: 'a rate of a rate, and of a sum of rates',
        source:
          '```promql\nrate(rate(sql_studio_http_requests_total[5m])[10m:1m])\n\nincrease(sum by (pod) (irate(sql_studio_http_requests_total[5m]))[1h:])\n\nincrease(pod:requests:rate5m[1h])\n```\n',
        reports: [
          '2:1-2:55 Found `rate` over `rate`, expected one of them, or `avg_over_time` around the rate.',
          '4:1-4:72 Found `increase` over `irate`, expected one of them, or `avg_over_time` around the rate.',
          '6:1-6:34 Found `increase` over `pod:requests:rate5m`, which is recorded as a `rate` by its name, expected `avg_over_time`.',
        ],
      },
      {
        title: 'a rate of a recorded rate',
        source: '```promql\nrate(job:requests:rate5m[10m])\n```\n',
        files: {
          'rules.yml':
            'groups:\n  - name: web\n    rules:\n      - record: job:requests:rate5m\n        expr: sum by (job) (rate(sql_studio_http_requests_total[5m]))\n',
        },
        reports: [
          '2:1-2:31 Found `rate` over `job:requests:rate5m`, which `rules.yml` records as a `rate`, expected `avg_over_time`.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    const recordedRate = (metric: string | undefined) => {
      const series = metric === undefined ? undefined : inventory && findSeries(inventory, metric);
      if (series?.kind !== 'recorded') return undefined;
      const {expr} = parsePromql(series.rule.expr);
      const inner = expr && rateIn(expr);
      return inner === undefined ? undefined : {inner, path: series.rule.path};
    };
    return {
      query(query) {
        visitQuery(query, expr => {
          if (expr.kind !== 'call' || !COUNTER_FUNCTIONS.has(expr.name)) return;
          const at = query.place(expr.start, expr.end);
          const outer = expr.name;
          const [range] = expr.args;
          if (range?.kind === 'subquery') {
            const inner = rateIn(range.expr);
            if (inner !== undefined) report({at, message: 'nested', data: {outer, inner}});
          }
          if (range?.kind !== 'matrixSelector') return;
          const recorded = recordedRate(range.selector.name);
          const metric = textOf(query, range.selector);
          const inner = NAMED.exec(range.selector.name ?? '')?.[1];
          if (recorded === undefined && inner !== undefined) {
            report({at, message: 'named', data: {outer, metric, inner}});
          }
          if (recorded === undefined) return;
          report({at, message: 'recorded', data: {outer, metric, ...recorded}});
        });
      },
    };
  },
});

/** `level:metric:operations`, as Prometheus advises. */
const NAMED = /:\w*?(i?rate|increase)\d+[smhd]$/;

const ADDING = new Set(['sum', 'avg', 'min', 'max']);

/** The function that makes each value of the expression a rate. */
function rateIn(expr: Expr): string | undefined {
  let terms = termsOf(expr);
  for (;;) {
    const [term, ...others] = terms.filter(({kind}) => kind !== 'number');
    if (term === undefined || others.length > 0) return undefined;
    if (term.kind === 'call' && COUNTER_FUNCTIONS.has(term.name)) return term.name;
    if (term.kind !== 'aggregate' || !ADDING.has(term.operator)) return undefined;
    terms = termsOf(term.expr);
  }
}
