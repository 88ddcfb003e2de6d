import {readYaml} from './read-yaml';
import {shapeProblem} from './shape-problem';
import {textPlaceOf} from './text-place';
import type {AlertRule, InventoryProblem, RecordingRule, RunbookLink, Span} from './types';
import {childOf, isNull, itemsOf, labelsOf, scalarOf} from './yaml-tree';
import type {YamlTree} from './yaml-tree';

type Rule = AlertRule | RecordingRule;
type Rules = {readonly rules: readonly Rule[]; readonly problems: readonly InventoryProblem[]};

/** The rules below `groups`: of a whole Prometheus rule file, or of a PrometheusRule's `spec`. */
export function readRules(holder: YamlTree, path: string): Rules {
  const groups = childOf(holder, 'groups');
  if (groups?.kind !== 'list') {
    // A file that is still empty: Prometheus takes it.
    if (isNull(groups) && groups !== undefined) return joined([]);
    return groups === undefined && holder.kind === 'map'
      ? failed(shapeProblem(path, 'groups', undefined, 'list', holder))
      : failed(shapeProblem(path, 'groups', groups ?? holder, 'list'));
  }
  return joined(groups.items.map((group, index) => readGroup(group, path, `groups[${index}]`)));
}

/**
 * The rules of a piece of YAML that a page shows: below `groups`, in a PrometheusRule, or a few of
 * them alone. What is no rule, or cannot be read, is left out.
 */
export function readRuleSnippets(source: string): readonly Rule[] {
  const group = {group: '', interval: undefined, path: ''};
  const {documents} = readYaml({path: '', source});
  return documents
    .flatMap(rulesBelow)
    .flatMap(tree => readRule(tree, group, '').rules);
}

function rulesBelow(tree: YamlTree): readonly YamlTree[] {
  if (tree.kind === 'list') return tree.items.flatMap(rulesBelow);
  if (tree.kind !== 'map') return [];
  const isRule = scalarOf(tree, 'alert') ?? scalarOf(tree, 'record');
  if (isRule) return [tree];
  if (isOfOtherLanguage(tree)) return [];
  return tree.entries.flatMap(({value}) => rulesBelow(value));
}

function readGroup(tree: YamlTree, path: string, where: string): Rules {
  if (tree.kind !== 'map') return failed(shapeProblem(path, where, tree, 'map'));
  if (isOfOtherLanguage(tree)) return joined([]);
  const rules = childOf(tree, 'rules');
  if (!isNull(rules) && rules?.kind !== 'list') {
    return failed(shapeProblem(path, `${where}.rules`, rules, 'list'));
  }
  const group = {
    group: scalarOf(tree, 'name')?.text ?? '',
    interval: scalarOf(tree, 'interval')?.text,
    path,
  };
  return joined(
    itemsOf(rules).map((rule, index) => readRule(rule, group, `${where}.rules[${index}]`)),
  );
}

/** The ruler of VictoriaMetrics takes languages beside PromQL. */
function isOfOtherLanguage(group: YamlTree): boolean {
  return /^(?:graphite|vlogs)$/.test(scalarOf(group, 'type')?.text ?? '');
}

type Group = {
  readonly group: string;
  readonly interval: string | undefined;
  readonly path: string;
};

function readRule(tree: YamlTree, group: Group, where: string): Rules {
  const {path} = group;
  if (tree.kind !== 'map') return failed(shapeProblem(path, where, tree, 'map'));
  const expr = scalarOf(tree, 'expr');
  const alert = scalarOf(tree, 'alert');
  const record = scalarOf(tree, 'record');
  if (!expr) {
    return failed(shapeProblem(path, `${where}.expr`, childOf(tree, 'expr'), 'text', tree));
  }
  const rule = {
    ...group,
    expr: expr.text,
    exprAt: textPlaceOf(expr),
    labels: labelsOf(childOf(tree, 'labels')),
    start: tree.start,
    end: tree.end,
  };
  if (alert) {
    const alertRule = {...rule, kind: 'alert', alert: alert.text, alertAt: spanOf(alert)} as const;
    return {rules: [{...alertRule, ...alertFields(tree)}], problems: []};
  }
  if (!record) return failed(shapeProblem(path, `${where}.alert`, undefined, 'text', tree));
  return {
    rules: [{...rule, kind: 'recording', record: record.text, recordAt: spanOf(record)}],
    problems: [],
  };
}

function alertFields(tree: YamlTree) {
  const pending = scalarOf(tree, 'for');
  return {
    for: pending?.text,
    forAt: pending && spanOf(pending),
    keepFiringFor: scalarOf(tree, 'keep_firing_for')?.text,
    annotations: labelsOf(childOf(tree, 'annotations')),
    runbook: runbookLink(tree, 'runbook_url') ?? runbookLink(tree, 'runbook'),
  };
}

function runbookLink(
  tree: YamlTree,
  annotation: RunbookLink['annotation'],
): RunbookLink | undefined {
  const url = scalarOf(tree, 'annotations', annotation);
  return url && {annotation, url: url.text, ...spanOf(url)};
}

function spanOf({start, end}: Span): Span {
  return {start, end};
}

function joined(parts: readonly Rules[]): Rules {
  return {
    rules: parts.flatMap(({rules}) => rules),
    problems: parts.flatMap(({problems}) => problems),
  };
}

function failed(problem: InventoryProblem): Rules {
  return {rules: [], problems: [problem]};
}
