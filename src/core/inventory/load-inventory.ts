import {readMetrics} from './read-metrics';
import {readObjects} from './read-objects';
import {readRules} from './read-rules';
import {readYaml} from './read-yaml';
import {shapeProblem} from './shape-problem';
import type {Inventory, InventoryFile, InventoryFiles, InventoryProblem} from './types';
import {childOf, isNull, itemsOf, scalarOf} from './yaml-tree';
import type {YamlTree} from './yaml-tree';

/**
 * Everything that the files declare. Never throws: what cannot be used is a problem with its place,
 * and the rest of the file still counts. Rules and manifests may stand in each other's files; a
 * file that is named twice is read once.
 */
export function loadInventory(files: InventoryFiles): Inventory {
  const {kubernetes = [], rules = [], metrics = []} = files;
  const parts = [
    ...unique([...kubernetes, ...rules]).map(readYamlFile),
    ...unique(metrics).map(readMetricFile),
  ];
  const allRules = parts.flatMap(part => part.rules);
  return {
    objects: parts.flatMap(part => part.objects),
    alerts: allRules.filter(rule => rule.kind === 'alert'),
    recordings: allRules.filter(rule => rule.kind === 'recording'),
    metrics: parts.flatMap(part => part.metrics),
    problems: parts.flatMap(part => limit(part.problems)),
    files: unique([...kubernetes, ...rules, ...metrics]),
  };
}

function unique(files: readonly InventoryFile[]): readonly InventoryFile[] {
  return [...new Map(files.map(file => [file.path, file])).values()];
}

function readYamlFile(file: InventoryFile) {
  const {documents, problems} = readYaml(file);
  const read = documents.map(document => readDocument(document, file.path));
  return {
    objects: read.flatMap(({objects}) => objects),
    rules: read.flatMap(({rules}) => rules),
    metrics: [],
    problems: [...problems, ...read.flatMap(part => part.problems)],
  };
}

function readDocument(document: YamlTree, path: string) {
  if (isNull(document)) return {objects: [], rules: [], problems: []};
  if (isRuleFile(document)) return {objects: [], ...readRules(document, path)};
  if (document.kind === 'map' && !scalarOf(document, 'kind')) {
    const problem = shapeProblem(path, 'kind', undefined, 'text (or groups: list)', document);
    return {objects: [], rules: [], problems: [problem]};
  }
  const {objects, problems} = readObjects(document, path);
  const rules = prometheusRules(document).map(spec => readRules(spec, path));
  return {
    objects,
    rules: rules.flatMap(part => part.rules),
    problems: [...problems, ...rules.flatMap(part => part.problems)],
  };
}

function isRuleFile(document: YamlTree): boolean {
  return childOf(document, 'groups') !== undefined && !scalarOf(document, 'kind');
}

/** The `spec` of each PrometheusRule, in a List too. */
function prometheusRules(document: YamlTree): readonly YamlTree[] {
  if (scalarOf(document, 'kind')?.text.endsWith('List')) {
    return itemsOf(childOf(document, 'items')).flatMap(prometheusRules);
  }
  if (scalarOf(document, 'kind')?.text !== 'PrometheusRule') return [];
  const spec = childOf(document, 'spec');
  return spec ? [spec] : [];
}

function readMetricFile({path, source}: InventoryFile) {
  const {metrics, problems} = readMetrics(source, path);
  return {objects: [], rules: [], metrics, problems};
}

const maximumProblems = 20;

function limit(problems: readonly InventoryProblem[]): readonly InventoryProblem[] {
  const next = problems[maximumProblems];
  if (next === undefined) return problems;
  const {path, start, end} = next;
  const count = String(problems.length - maximumProblems);
  return [
    ...problems.slice(0, maximumProblems),
    {code: 'more-problems', data: {count}, path, start, end},
  ];
}
