import {childrenOf, labelState, metricOf, selectorsIn, unwrap} from '../../../promql';
import type {Aggregate, Expr, LabelSet} from '../../../promql';
import {aggregateHead} from '../../promql/counter-functions';
import type {Edit} from '../../finding';
import type {QueryNode} from '../../node';
import {defineRule} from '../../rule';
import {isEditable, labelsIn, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/require-le',
  summary: 'Require the label `le` in what `histogram_quantile` gets',
  why: 'The buckets of a histogram are told apart by `le`: summed up without it there is nothing to find a quantile in, and the query gives no result.',
  severity: 'error',
  messages: {
    dropped:
      'Found `{{found}}` around `{{metric}}` in `histogram_quantile`, expected `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'buckets with their bounds, by and without other labels',
        source:
          '```promql\nhistogram_quantile(0.95, sum by (le, endpoint) (rate(sql_studio_http_request_duration_seconds_bucket[5m])))\n\nhistogram_quantile(0.95, sum without (pod) (rate(sql_studio_http_request_duration_seconds_bucket[5m])))\n\nhistogram_quantile(0.95, rate(sql_studio_http_request_duration_seconds_bucket[5m]))\n\nhistogram_quantile(0.95, sum by (le) (job:a_bucket:rate5m))\n```\n',
      },
      {
        title: 'a native histogram, which has no `le`',
        source:
          '```promql\nhistogram_quantile(0.95, sum by (endpoint) (rate(sql_studio_http_request_duration_seconds[5m])))\n```\n',
      },
    ],
    bad: [
      {
        title: 'summed up by another label, and by none',
        source:
          '```promql\nhistogram_quantile(0.95, sum by (endpoint) (rate(sql_studio_http_request_duration_seconds_bucket[5m])))\n\nhistogram_quantile(0.95, sum(rate(sql_studio_http_request_duration_seconds_bucket[5m])))\n```\n',
        reports: [
          '2:26-2:43 Found `sum by (endpoint)` around `sql_studio_http_request_duration_seconds_bucket` in `histogram_quantile`, expected `sum by (le, endpoint)`.',
          '4:26-4:29 Found `sum` around `sql_studio_http_request_duration_seconds_bucket` in `histogram_quantile`, expected `sum by (le)`.',
        ],
        fixed:
          '```promql\nhistogram_quantile(0.95, sum by (le, endpoint) (rate(sql_studio_http_request_duration_seconds_bucket[5m])))\n\nhistogram_quantile(0.95, sum by (le) (rate(sql_studio_http_request_duration_seconds_bucket[5m])))\n```\n',
      },
      {
        title: 'within arithmetic, a comparison and a choice',
        source:
          '```promql\nhistogram_quantile(0.9, topk(5, sum by (job) (rate(a_bucket[5m])) * 60) > 0)\n```\n',
        reports: [
          '2:33-2:45 Found `sum by (job)` around `a_bucket` in `histogram_quantile`, expected `sum by (le, job)`.',
        ],
        fixed:
          '```promql\nhistogram_quantile(0.9, topk(5, sum by (le, job) (rate(a_bucket[5m])) * 60) > 0)\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, (expr, ancestors) => {
          if (expr.kind !== 'call' || expr.name !== 'histogram_quantile') return;
          const [, histogram] = expr.args;
          if (histogram === undefined || !isOfBuckets(histogram)) return;
          const labels = labelsIn(ancestors[0] ?? expr);
          if (labelState(labels(histogram), 'le') !== 'gone') return;
          const aggregate = dropperIn(histogram, labels);
          if (aggregate === undefined) return;
          const head = aggregate.grouping?.end ?? aggregate.start + aggregate.operator.length;
          const end = head > aggregate.expr.start ? aggregate.end : head;
          report({
            at: query.place(aggregate.start, end),
            message: 'dropped',
            data: {
              found: aggregateHead(aggregate),
              metric: selectorsIn(histogram).map(metricOf)[0] ?? '',
              wanted: aggregateHead(withLe(aggregate)),
            },
            ...(isEditable(query) && fixOf(aggregate, query)),
          });
        });
      },
    };
  },
});

/** The outermost aggregation without the label, through arithmetic, comparisons and `topk`. */
function dropperIn(root: Expr, labels: (expr: Expr) => LabelSet): Aggregate | undefined {
  let expr: Expr | undefined = root;
  while (expr !== undefined) {
    const inner = unwrap(expr);
    const next: Expr | undefined = childrenOf(inner).find(
      child => child.type === 'vector' && labelState(labels(child), 'le') === 'gone',
    );
    const isSelecting = inner.kind === 'aggregate' && SELECTING.has(inner.operator);
    if (inner.kind === 'aggregate' && !isSelecting) return inner;
    expr = next;
  }
  return undefined;
}

const SELECTING = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

/** The series of a native histogram have no suffix. */
function isOfBuckets(histogram: Expr): boolean {
  const metrics = selectorsIn(histogram).map(metricOf);
  return metrics.length > 0 && metrics.every(metric => /_bucket(?::|$)/.test(metric ?? ''));
}

const NO_SPAN = {start: 0, end: 0};

function withLe(aggregate: Aggregate): Aggregate {
  const {grouping} = aggregate;
  const le = {name: 'le', ...NO_SPAN};
  if (grouping?.kind === 'without') {
    return {
      ...aggregate,
      grouping: {...grouping, labels: grouping.labels.filter(({name}) => name !== 'le')},
    };
  }
  const labels = [le, ...(grouping?.labels ?? [])];
  return {...aggregate, grouping: {kind: 'by', labels, ...NO_SPAN}};
}

function fixOf(
  {operator, grouping, start}: Aggregate,
  {place}: QueryNode,
): {readonly fix?: readonly Edit[]} {
  if (grouping === undefined) {
    const at = start + operator.length;
    return {fix: [{span: place(at, at), text: ' by (le) '}]};
  }
  const [first] = grouping.labels;
  if (grouping.kind === 'without' || first === undefined) return {};
  return {fix: [{span: place(first.start, first.start), text: 'le, '}]};
}
