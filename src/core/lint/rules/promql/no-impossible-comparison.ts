import {comparedWithConstant, isNeverTrue, unwrap, valueRange} from '../../../promql';
import type {Binary, Expr, ValueRange} from '../../../promql';
import {defineRule} from '../../rule';
import {textOf, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-impossible-comparison',
  summary: 'Disallow comparisons that no value can pass',
  why: 'Where nothing is there to be counted, `count` and `sum` give no result, not 0: an alert on it never fires, just when it should.',
  severity: 'error',
  messages: {
    nothing:
      'Found `{{found}}`, which is never true: where nothing is left there is no result, not 0. Expected `{{wanted}}`.',
    range: 'Found `{{found}}`, which is never true: `{{inner}}` is {{range}}.',
  },
  examples: {
    good: [
      {
        title: 'absence, a 0 of its own, and a `bool`',
        source:
          '```promql\nabsent(up{job="sql-studio-backend"} == 1)\n\n(count(up == 1) or vector(0)) == 0\n\ncount(up == bool 1) > 0\n\nsum(up == bool 1) == 0\n```\n',
      },
      {
        title: 'a sum that can be 0, and a comparison that always holds',
        source:
          '```promql\nsum by (job) (up) == 0\n\ncount(up == 0) > 0\n\ncount(up == 1) == 0 or vector(0)\n\nrate(errors_total[5m]) * 60 > 1\n\n1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m])) > 0.9\n\n(1 - a / b) * 100 > 80\n```\n',
      },
    ],
    bad: [
      {
        title: 'nothing to count',
        source:
          '```promql\ncount(up{job="sql-studio-backend"}) == 0\n\ncount(up == 1) < 1\n\nsum(up == 1) == 0\n```\n',
        reports: [
          '2:1-2:41 Found `count(up{job="sql-studio-backend"}) == 0`, which is never true: where nothing is left there is no result, not 0. Expected `absent(up{job="sql-studio-backend"})`.',
          '4:1-4:19 Found `count(up == 1) < 1`, which is never true: where nothing is left there is no result, not 0. Expected `absent(up == 1)`.',
          '6:1-6:18 Found `sum(up == 1) == 0`, which is never true: where nothing is left there is no result, not 0. Expected `absent(up == 1)`.',
        ],
      },
      {
        title: 'a sum of zeros, a count by label, and an hour that no clock has',
        source:
          '```promql\nsum(up == 0) > 0\n\ncount by (job) (up) == 0\n\nhour() == 24\n\nrate(sql_studio_http_requests_total[5m]) < 0\n```\n',
        reports: [
          '2:1-2:17 Found `sum(up == 0) > 0`, which is never true: `sum(up == 0)` is always 0.',
          '4:1-4:25 Found `count by (job) (up) == 0`, which is never true: `count by (job) (up)` is at least 1.',
          '6:1-6:13 Found `hour() == 24`, which is never true: `hour()` is from 0 to 23.',
          '8:1-8:45 Found `rate(sql_studio_http_requests_total[5m]) < 0`, which is never true: `rate(sql_studio_http_requests_total[5m])` is at least 0.',
        ],
      },
      {
        title: 'a share compared with a percentage, and a target that is up twice',
        source:
          '```promql\n(1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m]))) > 80\n\nup{job="web"} == 2\n```\n',
        reports: [
          '2:1-2:62 Found `(1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m]))) > 80`, which is never true: `1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m]))` is at most 1.',
          '4:1-4:19 Found `up{job="web"} == 2`, which is never true: `up{job="web"}` is from 0 to 1.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, (expr, ancestors) => {
          if (expr.kind !== 'binary' || !isNeverTrue(expr) || hasDefault(ancestors)) return;
          const side = comparedWithConstant(expr);
          if (side === undefined) return;
          const at = query.place(expr.start, expr.end);
          const found = textOf(query, expr);
          const absent = absentInstead(expr, side.vector);
          if (absent === undefined) {
            const inner = textOf(query, unwrap(side.vector));
            const range = wordsFor(valueRange(side.vector));
            report({at, message: 'range', data: {found, inner, range}});
          } else {
            const wanted = `absent(${textOf(query, absent)})`;
            report({at, message: 'nothing', data: {found, wanted}});
          }
        });
      },
    };
  },
});

/** `… or vector(0)`: whoever writes that knows of the result that may be missing. */
function hasDefault(ancestors: readonly Expr[]): boolean {
  const parent = ancestors.findLast(({kind}) => kind !== 'paren');
  if (parent?.kind !== 'binary' || parent.operator !== 'or') return false;
  const other = unwrap(parent.right);
  return other.kind === 'call' && other.name === 'vector';
}

/** What is asked for when 0 would pass: whether there is nothing to aggregate. */
function absentInstead(binary: Binary, vector: Expr): Expr | undefined {
  const inner = unwrap(vector);
  const side = comparedWithConstant(binary);
  if (inner.kind !== 'aggregate' || inner.grouping !== undefined || side === undefined)
    return undefined;
  if (inner.operator !== 'count' && inner.operator !== 'sum') return undefined;
  return passesZero(side.operator, side.constant) ? inner.expr : undefined;
}

function passesZero(operator: Binary['operator'], constant: number): boolean {
  switch (operator) {
    case '==':
      return constant === 0;
    case '<':
      return constant > 0;
    case '<=':
      return constant >= 0;
    default:
      return false;
  }
}

function wordsFor({min, max, minOpen, maxOpen}: ValueRange): string {
  if (min === max) return `always ${min}`;
  if (!Number.isFinite(max)) return `${minOpen ? 'above' : 'at least'} ${min}`;
  if (!Number.isFinite(min)) return `${maxOpen ? 'below' : 'at most'} ${max}`;
  return `from ${min} to ${max}`;
}
