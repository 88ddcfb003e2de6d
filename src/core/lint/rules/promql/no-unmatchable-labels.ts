import {isAbsent, isThere, labelState} from '../../../promql';
import type {Binary, Expr, LabelSet, LabelState} from '../../../promql';
import {cataloguedLabels, hasCatalogue} from '../../promql/metric-labels';
import {defineRule} from '../../rule';
import {labelsIn, visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'promql/no-unmatchable-labels',
  summary: 'Disallow operations on vectors whose labels never match',
  why: 'Two series match only if their labels are the same. Where one side has a label that the other cannot have, the result is always empty, and an alert on it never fires.',
  severity: 'error',
  messages: {
    label:
      'Found {{labels}} only on the {{side}} of `{{operator}}`, so that nothing ever matches; expected the same labels on both sides or `{{wanted}}`.',
    on: 'Found `on ({{label}})` where only the {{side}} of `{{operator}}` has `{{label}}`, so that nothing ever matches.',
    value:
      'Found `{{label}}="{{left}}"` and `{{label}}="{{right}}"` on the two sides of `{{operator}}`, so that nothing ever matches; expected {{wanted}}.',
  },
  examples: {
    good: [
      {
        title: 'the same labels, or a matching that leaves the others out',
        source:
          '```promql\nsum by (pod) (rate(errors_total[5m])) / sum by (pod) (rate(requests_total[5m]))\n\nsum by (pod, status) (rate(requests_total[5m])) / ignoring (status) group_left sum by (pod) (rate(requests_total[5m]))\n\nrate(requests_total{status="500"}[5m]) / ignoring (status) rate(requests_total{status="200"}[5m])\n\nsum by (job) (up) or vector(0)\n```\n',
      },
      {
        title: 'labels that nobody knows',
        source:
          '```promql\ncluster:requests:rate5m / sum(cluster:capacity:sum)\n\nsum by (cluster) (up) / sum(machines)\n```\n',
      },
    ],
    bad: [
      {
        title: 'a share of a total',
        source:
          '```promql\nsum by (pod) (rate(requests_total[5m])) / sum(rate(requests_total[5m]))\n\nsum(up) > sum by (job, instance) (up)\n```\n',
        reports: [
          '2:41-2:42 Found `pod` only on the left of `/`, so that nothing ever matches; expected the same labels on both sides or `ignoring (pod) group_left`.',
          '4:9-4:10 Found `job`, `instance` only on the right of `>`, so that nothing ever matches; expected the same labels on both sides or `ignoring (job, instance) group_right`.',
        ],
      },
      {
        title: 'a metric of the catalogue and a sum',
        source:
          '```promql\nqueue_length / sum(queue_length)\n\nqueue_length > 5 and hour() > 8\n```\n',
        files: {
          'metrics.prom':
            '# TYPE queue_length gauge\nqueue_length{job="web",instance="a:80",queue="mail"} 1\n',
        },
        reports: [
          '2:14-2:15 Found `job`, `instance`, `queue` only on the left of `/`, so that nothing ever matches; expected the same labels on both sides or `ignoring (job, instance, queue) group_left`.',
          '4:18-4:21 Found `job`, `instance`, `queue` only on the left of `and`, so that nothing ever matches; expected the same labels on both sides or `ignoring (job, instance, queue)`.',
        ],
      },
      {
        title: 'two values of one label, and a label on one side',
        source:
          '```promql\nrate(requests_total{status="500"}[5m]) / rate(requests_total{status="200"}[5m])\n\nkube_pod_info{node="a"} * on (node) group_left kube_node_info{node=""}\n```\n',
        reports: [
          '2:40-2:41 Found `status="500"` and `status="200"` on the two sides of `/`, so that nothing ever matches; expected `ignoring (status)`.',
          '4:25-4:47 Found `on (node)` where only the left of `*` has `node`, so that nothing ever matches.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    const labelsOf = (root: Expr) =>
      hasCatalogue(inventory) ? cataloguedLabels(root, inventory) : labelsIn(root);
    return {
      query(query) {
        visitQuery(query, (expr, ancestors) => {
          if (expr.kind !== 'binary' || !isMatch(expr)) return;
          const labels = labelsOf(ancestors[0] ?? expr);
          const [left, right] = [labels(expr.left), labels(expr.right)];
          const at = query.place(expr.operatorSpan.start, expr.operatorSpan.end);
          const {operator} = expr;
          const value = differingValue(expr, left, right);
          if (value !== undefined)
            return report({at, message: 'value', data: {...value, operator}});
          const onLeft = lonely(expr, left, right);
          const onRight = lonely(expr, right, left);
          const side = onLeft.length > 0 ? 'left' : 'right';
          const own = side === 'left' ? onLeft : onRight;
          const [label] = own;
          if (label === undefined) return;
          if (expr.matching?.kind === 'on') {
            return report({at, message: 'on', data: {label, side, operator}});
          }
          const names = listOf(own);
          const wanted = matchingFor(expr, side, own);
          report({at, message: 'label', data: {labels: names, side, operator, wanted}});
        });
      },
    };
  },
});

const SHOWN = 3;

function listOf(labels: readonly string[]): string {
  const shown = labels.slice(0, SHOWN).map(name => `\`${name}\``);
  return [...shown, ...(labels.length > SHOWN ? ['…'] : [])].join(', ');
}

/** `or` takes what does not match, and filling in makes a match. */
function isMatch({operator, left, right, fill}: Binary): boolean {
  return (
    left.type === 'vector' && right.type === 'vector' && operator !== 'or' && fill === undefined
  );
}

/** Labels that one side has and the other cannot have. */
function lonely({matching}: Binary, own: LabelSet, other: LabelSet): readonly string[] {
  const listed = matching?.labels.map(({name}) => name) ?? [];
  const compared =
    matching?.kind === 'on'
      ? // What an aggregation dropped is another rule's matter.
        listed.filter(label => labelState(other, label) !== 'gone')
      : [...own.states.keys()].filter(label => !listed.includes(label));
  return compared.filter(
    label =>
      label !== '__name__' &&
      isThere(labelState(own, label)) &&
      isSurelyAbsent(labelState(other, label)),
  );
}

/** A catalogue shows some series of a metric: others may have a label more. */
function isSurelyAbsent(state: LabelState): boolean {
  return state !== 'missing' && isAbsent(state);
}

function differingValue({matching}: Binary, left: LabelSet, right: LabelSet) {
  const listed = new Set(matching?.labels.map(({name}) => name));
  for (const [label, value] of left.values) {
    const isCompared = matching?.kind === 'on' ? listed.has(label) : !listed.has(label);
    const other = right.values.get(label);
    if (!isCompared || label === '__name__' || other === undefined || other === value) continue;
    const wanted =
      matching?.kind === 'on' ? `\`on\` without \`${label}\`` : `\`ignoring (${label})\``;
    return {label, left: value, right: other, wanted};
  }
  return undefined;
}

/** A long list of labels to ignore helps nobody. */
function matchingFor(
  {operator, matching}: Binary,
  side: string,
  labels: readonly string[],
): string {
  const isSet = operator === 'and' || operator === 'unless';
  const group = isSet ? '' : ` group_${side}`;
  if (matching === undefined && labels.length > SHOWN) return `on (…)${group}`;
  const ignored = [...(matching?.labels.map(({name}) => name) ?? []), ...labels].join(', ');
  return `ignoring (${ignored})${group}`;
}
