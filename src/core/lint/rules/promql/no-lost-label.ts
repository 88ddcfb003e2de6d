import {childrenOf, labelState} from '../../../promql';
import type {Aggregate, Binary, Call, Expr, LabelName, LabelSet} from '../../../promql';
import {aggregateHead} from '../../promql/counter-functions';
import {defineRule} from '../../rule';
import {labelsIn, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-lost-label',
  summary: 'Disallow labels that an inner operation has dropped',
  why: 'The label looks as if it told series apart, but it is empty for all of them: the result is one number, or nothing.',
  severity: 'error',
  messages: {
    lost: 'Found `{{label}}` in `{{where}}`, which `{{dropper}}` has already dropped.',
  },
  examples: {
    good: [
      {
        title: 'labels that are still there, and one that is made anew',
        source:
          '```promql\nmax by (job) (sum by (job, pod) (up))\n\nsum by (pod) (up) * on (pod) group_left (node) kube_pod_info\n\nsum by (host) (label_replace(sum by (instance) (up), "host", "$1", "instance", "(.*):.*"))\n\ncount_values("version", build_info)\n```\n',
      },
    ],
    bad: [
      {
        title: 'grouped by what is gone',
        source: '```promql\nmax by (pod) (sum by (namespace) (rate(requests_total[5m])))\n```\n',
        reports: ['2:9-2:12 Found `pod` in `by`, which `sum by (namespace)` has already dropped.'],
      },
      {
        title: 'matched on what is gone, taken from where it is gone, and copied from what is gone',
        source:
          '```promql\nkube_pod_info * on (pod) sum by (namespace) (up)\n\nup * on (job) group_left (version) count by (job) (build_info)\n\nlabel_replace(sum by (job) (up), "host", "$1", "instance", "(.*):.*")\n```\n',
        reports: [
          '2:21-2:24 Found `pod` in `on`, which `sum by (namespace)` has already dropped.',
          '4:27-4:34 Found `version` in `group_left`, which `count by (job)` has already dropped.',
          '6:48-6:58 Found `instance` in `label_replace`, which `sum by (job)` has already dropped.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      query(query) {
        visitQuery(query, (expr, ancestors) => {
          const labels = labelsIn(ancestors[0] ?? expr);
          const said = new Set<number>();
          for (const {label, in: inner, where} of usesOf(expr)) {
            if (labelState(labels(inner), label.name) !== 'gone' || said.has(label.start)) continue;
            said.add(label.start);
            report({
              at: query.place(label.start, label.end),
              message: 'lost',
              data: {label: label.name, where, dropper: dropperOf(label.name, inner, labels)},
            });
          }
        });
      },
    };
  },
});

type Use = {readonly label: LabelName; readonly in: Expr; readonly where: string};

/** The labels that an expression asks of its operands. */
function usesOf(expr: Expr): readonly Use[] {
  switch (expr.kind) {
    case 'aggregate':
      return groupingUses(expr);
    case 'binary':
      return matchingUses(expr);
    case 'call':
      return sourceUses(expr);
    default:
      return [];
  }
}

function groupingUses({grouping, expr: inner}: Aggregate): readonly Use[] {
  if (grouping?.kind !== 'by') return [];
  return grouping.labels.map(label => ({label, in: inner, where: 'by'}));
}

function matchingUses({matching, operator, fill, left, right}: Binary): readonly Use[] {
  if (matching?.kind !== 'on' || operator === 'or' || fill !== undefined) return [];
  const {group} = matching;
  const one = group?.side === 'left' ? right : left;
  return [
    ...matching.labels.flatMap(label => [
      {label, in: left, where: 'on'},
      {label, in: right, where: 'on'},
    ]),
    ...(group?.labels.map(label => ({label, in: one, where: `group_${group.side}`})) ?? []),
  ];
}

/** The source of `label_replace`, where something is taken from it. */
function sourceUses({name, args}: Call): readonly Use[] {
  const [inner, , replacement, source] = args;
  if (name !== 'label_replace' || inner === undefined || source?.kind !== 'string') return [];
  if (replacement?.kind !== 'string' || !replacement.value.includes('$')) return [];
  if (source.value === '') return [];
  const {start, end} = source;
  return [{label: {name: source.value, start, end}, in: inner, where: name}];
}

/** The outermost operation without the label, in words. */
function dropperOf(label: string, root: Expr, labels: (expr: Expr) => LabelSet): string {
  let expr: Expr | undefined = root;
  while (expr !== undefined) {
    const next: Expr | undefined = childrenOf(expr).find(
      child => child.type === 'vector' && labelState(labels(child), label) === 'gone',
    );
    if (expr.kind === 'aggregate' && next === undefined) return aggregateHead(expr);
    if (next === undefined) return expr.kind === 'binary' ? matchingHead(expr) : wordOf(expr);
    expr = next;
  }
  return wordOf(root);
}

function matchingHead({operator, matching}: Binary): string {
  if (matching === undefined) return operator;
  return `${operator} ${matching.kind} (${matching.labels.map(({name}) => name).join(', ')})`;
}

function wordOf(expr: Expr): string {
  return expr.kind === 'call' ? expr.name : 'the expression inside';
}
