import {comparedWithConstant, metricOf, printPromql, unwrap} from '../../../promql';
import type {Binary, Expr, Matcher, MatrixSelector} from '../../../promql';
import {COUNTER_FUNCTIONS, aggregateHead} from '../../promql/counter-functions';
import {defineRule} from '../../rule';
import {textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-ratio-above-one',
  summary: 'Disallow comparing a share of a whole with more than 1',
  why: 'A share goes from 0 to 1. Whoever writes `> 5` means 5 %, and has an alert that never fires.',
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
        title: 'growth from one day to the next',
        source:
          '```promql\nsum(rate(requests_total[5m])) / sum(rate(requests_total[5m] offset 1d)) > 2\n\nsum(rate(requests_total[5m])) / sum(rate(requests_total[1h])) > 2\n```\n',
      },
    ],
    bad: [
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
          if (!EXCEEDS.has(side.operator)) return;
          const constant = textOf(query, expr.left === side.vector ? expr.right : expr.left);
          report({
            at: query.place(expr.start, expr.end),
            message: 'ratio',
            data: {
              found: `${side.operator} ${constant}`,
              metric,
              wanted: `${side.operator} ${Number((side.constant / 100).toPrecision(12))}`,
            },
          });
        });
      },
    };
  },
});

const EXCEEDS = new Set<Binary['operator']>(['>', '>=', '==']);

/** The metric of which the expression is a part divided by the whole. */
function shareIn(expr: Expr): string | undefined {
  const ratio = unwrap(expr);
  if (ratio.kind !== 'binary' || ratio.operator !== '/') return undefined;
  const [part, whole] = [countOf(ratio.left), countOf(withoutGuard(ratio.right))];
  if (part === undefined || whole === undefined || part.head !== whole.head) return undefined;
  const isPart = whole.matchers.every(matcher => part.matchers.some(own => isSame(own, matcher)));
  return isPart ? part.metric : undefined;
}

type Count = {
  readonly metric: string;
  /** Everything but the matchers. */
  readonly head: string;
  readonly matchers: readonly Matcher[];
};

/** A rate, or a sum of rates, of one metric. */
function countOf(expr: Expr): Count | undefined {
  const inner = unwrap(expr);
  if (inner.kind === 'aggregate') {
    const count = inner.operator === 'sum' ? countOf(inner.expr) : undefined;
    return count && {...count, head: `${aggregateHead(inner)} ${count.head}`};
  }
  if (inner.kind !== 'call' || !COUNTER_FUNCTIONS.has(inner.name)) return undefined;
  const [range] = inner.args;
  const metric = range?.kind === 'matrixSelector' ? metricOf(range.selector) : undefined;
  if (range?.kind !== 'matrixSelector' || metric === undefined) return undefined;
  return {metric, head: `${inner.name} ${plain(range)}`, matchers: range.selector.matchers};
}

function plain(range: MatrixSelector): string {
  return printPromql({...range, selector: {...range.selector, matchers: []}});
}

/** `x > 0` keeps a denominator from being 0. */
function withoutGuard(expr: Expr): Expr {
  const inner = unwrap(expr);
  const side = inner.kind === 'binary' ? comparedWithConstant(inner) : undefined;
  return side?.constant === 0 ? side.vector : inner;
}

function isSame(a: Matcher, b: Matcher): boolean {
  return a.name === b.name && a.operator === b.operator && a.value === b.value;
}
