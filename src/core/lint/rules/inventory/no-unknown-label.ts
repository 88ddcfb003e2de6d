import type {Inventory} from '../../../inventory';
import {labelState, selectorsIn} from '../../../promql';
import type {Expr, LabelSet, VectorSelector} from '../../../promql';
import {closest} from '../../../closest';
import {cataloguedLabels, familyOf, hasCatalogue, labelsInCatalogue} from '../../promql/metric-labels';
import {defineRule} from '../../rule';
import {visitQuery} from '../../promql/sound-query';

export default defineRule({
  id: 'inventory/no-unknown-label',
  summary: 'Disallow labels that a metric does not have',
  why: 'A matcher on a label that is not there selects nothing, and grouping by it puts all series into one.',
  severity: 'error',
  messages: {
    similar: 'Found the label `{{label}}`, which `{{metric}}` in `{{path}}` does not have, expected `{{similar}}`.',
    unknown: 'Found the label `{{label}}`, expected one that `{{metric}}` in `{{path}}` has: {{labels}}.',
  },
  examples: {
    good: [
      {
        title: 'labels of the series, and one that an outer system adds',
        source:
          '```promql\nsum by (status) (rate(web_requests_total{job="web", cluster="eu"}[5m]))\n\nweb_requests_total{status!="", error=""}\n```\n',
        files: {
          'metrics.prom':
            '# TYPE web_requests_total counter\nweb_requests_total{job="web",instance="a:80",status="200"} 1\n',
        },
      },
      {
        title: 'a catalogue without the labels of the scrape',
        source: '```promql\nsum by (pod, team) (rate(web_requests_total[5m]))\n```\n',
        files: {
          'metrics.prom': '# TYPE web_requests_total counter\nweb_requests_total{status="200"} 1\n',
        },
      },
    ],
    bad: [
      {
        title: 'in a matcher and in `by`',
        source:
          '```promql\nsum by (stauts) (rate(web_requests_total{code="500"}[5m]))\n```\n',
        files: {
          'metrics.prom':
            '# TYPE web_requests_total counter\nweb_requests_total{job="web",instance="a:80",status="200"} 1\n',
        },
        reports: ['2:9-2:15 Found the label `stauts`, which `web_requests_total` in `metrics.prom` does not have, expected `status`.', '2:42-2:46 Found the label `code`, expected one that `web_requests_total` in `metrics.prom` has: `job`, `instance`, `status`.'],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      query(query) {
        if (!hasCatalogue(inventory)) return;
        visitQuery(query, (expr, ancestors) => {
          const labels = cataloguedLabels(ancestors[0] ?? expr, inventory);
          for (const use of usesOf(expr, labels, inventory)) {
            const family = familyOf(inventory, use.selector);
            const known = labelsInCatalogue(inventory, use.selector);
            if (family === undefined || known === undefined) continue;
            const at = query.place(use.start, use.end);
            const data = {label: use.label, metric: family.name, path: family.path};
            const similar = closest(use.label, known);
            const list = known.map(name => `\`${name}\``).join(', ');
            if (similar === undefined) report({at, message: 'unknown', data: {...data, labels: list}});
            else report({at, message: 'similar', data: {...data, similar}});
          }
        });
      },
    };
  },
});

type Use = {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly selector: VectorSelector;
};

function usesOf(
  expr: Expr,
  labels: (expr: Expr) => LabelSet,
  inventory: Inventory,
): readonly Use[] {
  if (expr.kind === 'vectorSelector') return matcherUses(expr, inventory);
  if (expr.kind !== 'aggregate' || expr.grouping?.kind !== 'by') return [];
  const [selector] = selectorsIn(expr.expr);
  if (selector === undefined) return [];
  return expr.grouping.labels
    .filter(({name}) => labelState(labels(expr.expr), name) === 'missing')
    .map(({name, start, end}) => ({label: name, start, end, selector}));
}

/** A matcher that takes the empty value holds without the label. */
function matcherUses(selector: VectorSelector, inventory: Inventory): readonly Use[] {
  const known = labelsInCatalogue(inventory, selector);
  if (known === undefined) return [];
  const bare = {...selector, matchers: []};
  const missing = cataloguedLabels(bare, inventory)(bare);
  return selector.matchers
    .filter(({name, value}) => value !== '' && labelState(missing, name) === 'missing')
    .map(({name, nameSpan: {start, end}}) => ({label: name, start, end, selector}));
}
