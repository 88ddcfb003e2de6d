import type {Inventory} from '../../../inventory';
import {findSeries} from '../../../inventory';
import {metricOf, parsePromql, unwrap} from '../../../promql';
import type {Expr} from '../../../promql';
import {hasCatalogue, isUnlisted} from '../../promql/metric-labels';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'inventory/no-silent-alert',
  summary: 'Disallow alerts on metrics that no catalogue has',
  why: 'Without its metric the alert can never fire, and its silence looks like health.',
  severity: 'warning',
  messages: {
    silent: 'The alert `{{alert}}` can never fire: it needs `{{metric}}`, which is in none of {{files}}.',
  },
  examples: {
    good: [
      {
        title: 'a metric of the catalogue, one that may be missing, and one whose absence fires',
        path: 'alerts.yml',
        source:
          'groups:\n  - name: web\n    rules:\n      - alert: Busy\n        expr: web_sessions > 5 or web_old_sessions > 5\n      - alert: Gone\n        expr: absent(batch_runs_total)\n      - alert: Down\n        expr: up == 0 unless on (instance) maintenance_mode == 1\n',
        files: {'metrics.prom': '# TYPE web_sessions gauge\nweb_sessions 1\n'},
      },
    ],
    bad: [
      {
        title: 'a metric that nothing exposes',
        path: 'alerts.yml',
        source:
          'groups:\n  - name: web\n    rules:\n      - alert: QueueFull\n        expr: sum by (job) (queue_length) > 100 and on (job) up == 1\n',
        files: {'metrics.prom': '# TYPE web_sessions gauge\nweb_sessions 1\n'},
        reports: ['4:16-4:25 The alert `QueueFull` can never fire: it needs `queue_length`, which is in none of `metrics.prom`.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      alert({alert: {alert, alertAt, expr: text}, place}) {
        if (!hasCatalogue(inventory)) return;
        const {expr, errors} = parsePromql(text);
        const metric = expr && errors.length === 0 ? missingIn(expr, inventory, MAX_DEPTH) : undefined;
        if (metric === undefined) return;
        const paths = new Set(inventory.metrics.map(({path}) => path));
        const files = [...paths].map(path => `\`${path}\``).join(', ');
        const at = place(alertAt.start, alertAt.end);
        report({at, message: 'silent', data: {alert, metric, files}});
      },
    };
  },
});

const MAX_DEPTH = 100;

/** A metric that is nowhere and without which the expression has no result. */
function missingIn(expr: Expr, inventory: Inventory, depth: number): string | undefined {
  if (depth === 0) return undefined;
  const inner = unwrap(expr);
  const missing = (child: Expr | undefined) =>
    child === undefined ? undefined : missingIn(child, inventory, depth - 1);
  switch (inner.kind) {
    case 'vectorSelector': {
      const metric = metricOf(inner);
      const isKnown = metric === undefined || isUnlisted(metric) || findSeries(inventory, metric);
      return isKnown ? undefined : metric;
    }
    case 'matrixSelector':
      return missing(inner.selector);
    case 'aggregate':
    case 'subquery':
    case 'unary':
      return missing(inner.expr);
    case 'binary':
      if (inner.fill !== undefined) return undefined;
      if (inner.operator === 'unless') return missing(inner.left);
      if (inner.operator === 'or') return missing(inner.left) && missing(inner.right);
      return missing(inner.left) ?? missing(inner.right);
    case 'call':
      if (WITHOUT_INPUT.has(inner.name) || inner.fn === undefined) return undefined;
      return missing(inner.args.find(({type}) => type === 'vector' || type === 'matrix'));
    default:
      return undefined;
  }
}

/** They have a result where there is none inside. */
const WITHOUT_INPUT = new Set(['absent', 'absent_over_time', 'scalar', 'vector']);
