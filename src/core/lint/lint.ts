import {indexPlaces, parseRunbook} from '../document';
import type {MarkdownDocument, PlaceIndex} from '../document';
import {loadInventory, mapSpan} from '../inventory';
import type {Inventory, InventoryFiles, TextPlace} from '../inventory';
import {registryOf} from '../registry';
import type {SourceFile} from '../registry';
import {compareFindings} from './finding';
import type {Finding, Severity} from './finding';
import type {LintNode, Place} from './node';
import {rules as allRules} from './rules';
import {runRules} from './run-rules';
import type {ActiveRule} from './run-rules';
import {covers, suppressionNode, suppressionsIn, suppressionsInYaml} from './suppressions';
import type {Suppression} from './suppressions';
import {queryNode} from './queries';
import {nodesOf} from './walk';
import type {Target, Workspace} from './workspace';

export type LintOptions = {
  /** A severity for a rule, or `off`; other rules keep their own. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** What the runbooks act on. */
  readonly inventory?: InventoryFiles;
  readonly target?: Target;
  /** Markdown files of the project that are not linted now, for links and alerts to find. */
  readonly context?: readonly SourceFile[];
  /** Whether a path exists, relative as the paths of the files are; without it, only files count. */
  readonly exists?: (path: string) => boolean;
  /** The day as an ISO date such as `2026-01-31`; without it, no date has passed. */
  readonly today?: string;
};

/**
 * Checks Markdown files and, where the path ends in `.yml` or `.yaml`, Prometheus rule files.
 * Never throws on what a file holds; the findings come by path, line, column and rule.
 */
export function lint(files: readonly SourceFile[], options: LintOptions = {}): readonly Finding[] {
  const markdown = files.filter(({path}) => !isYaml(path));
  const ruleFiles = files.filter(({path}) => isYaml(path));
  const documents = markdown.map(({path, source}) => parseRunbook(source, {path}));
  const workspace = workspaceOf(documents, withRuleFiles(options, ruleFiles));
  const active = activeRules(options.rules ?? {});
  return [
    ...documents.flatMap(document => lintDocument(document, active, workspace)),
    ...ruleFiles.flatMap(file => lintRuleFile(file, active, workspace)),
    ...lintInventory(new Set(ruleFiles.map(({path}) => path)), active, workspace),
  ].sort(compareFindings);
}

/** A rule file that is linted belongs to the inventory, named there or not. */
function withRuleFiles(options: LintOptions, ruleFiles: readonly SourceFile[]): LintOptions {
  if (ruleFiles.length === 0) return options;
  const rules = [...(options.inventory?.rules ?? []), ...ruleFiles];
  return {...options, inventory: {...options.inventory, rules}};
}

const KNOWN_RULES: ReadonlySet<string> = new Set(allRules.map(({id}) => id));

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

function workspaceOf(documents: readonly MarkdownDocument[], options: LintOptions): Workspace {
  const context = options.context?.map(({path, source}) => parseRunbook(source, {path})) ?? [];
  const all = new Map([...context, ...documents].map(document => [document.path, document]));
  return {
    documents: all,
    registry: registryOf([...all.values()]),
    inventory: options.inventory && loadInventory(options.inventory),
    target: options.target ?? {},
    exists: options.exists,
    today: options.today,
  };
}

function activeRules(overrides: Readonly<Record<string, Severity | 'off'>>): readonly ActiveRule[] {
  return allRules.flatMap(rule => {
    const severity = overrides[rule.id] ?? rule.severity;
    return severity === 'off' ? [] : [{rule, severity}];
  });
}

function lintDocument(
  document: MarkdownDocument,
  rules: readonly ActiveRule[],
  workspace: Workspace,
): readonly Finding[] {
  const findings = runRules(nodesOf(document, workspace.target), rules, {
    path: document.path,
    workspace,
  });
  return suppress(findings, suppressionsIn(document), rules, {path: document.path, workspace});
}

function lintRuleFile(
  {path, source}: SourceFile,
  rules: readonly ActiveRule[],
  workspace: Workspace,
): readonly Finding[] {
  const places = indexPlaces(source);
  const inventory = loadInventory({rules: [{path, source}]});
  const findings = runRules(ruleFileNodes(inventory, {places, target: workspace.target}), rules, {
    path,
    workspace,
  });
  return suppress(findings, suppressionsInYaml(source, places), rules, {path, workspace});
}

function* ruleFileNodes(
  inventory: Inventory,
  {places, target}: {readonly places: PlaceIndex; readonly target: Target},
): Generator<LintNode> {
  const place = places.span;
  for (const problem of inventory.problems) yield {kind: 'inventory-problem', problem, place};
  for (const rule of [...inventory.alerts, ...inventory.recordings]) {
    if (rule.kind === 'alert') yield {kind: 'alert', alert: rule, place};
    yield queryNode({text: rule.expr, origin: 'rule', place: placeIn(rule.exprAt, place)}, target);
  }
}

function placeIn(at: TextPlace, place: Place): Place {
  return (start, end) => {
    const span = mapSpan(at, {start, end});
    return place(span.start, span.end);
  };
}

/** What cannot be read of the inventory silences rules, so it is said even if only Markdown is linted. */
function lintInventory(
  linted: ReadonlySet<string>,
  rules: readonly ActiveRule[],
  workspace: Workspace,
): readonly Finding[] {
  const {files = [], problems = []} = workspace.inventory ?? {};
  return files.flatMap(({path, source}) => {
    const own = linted.has(path) ? [] : problems.filter(problem => problem.path === path);
    if (own.length === 0) return [];
    const place = indexPlaces(source).span;
    const nodes = own.map(problem => ({kind: 'inventory-problem', problem, place}) as const);
    return runRules(nodes, rules, {path, workspace});
  });
}

/** Leaves out what a comment silences, and lets the rules about such comments have their say. */
function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  rules: readonly ActiveRule[],
  file: {readonly path: string; readonly workspace: Workspace},
): readonly Finding[] {
  const on = new Set(rules.map(({rule}) => rule.id));
  const nodes = suppressions.map(suppression =>
    suppressionNode(suppression, {findings, on, all: KNOWN_RULES}),
  );
  return [
    ...findings.filter(finding => !suppressions.some(comment => covers(comment, finding))),
    ...runRules(nodes, rules, file),
  ];
}
