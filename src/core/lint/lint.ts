import {indexPlaces, parseRunbook} from '../document';
import type {Input, MarkdownDocument, PlaceIndex} from '../document';
import {loadInventory, mapSpan} from '../inventory';
import type {Inventory, InventoryFiles, TextPlace} from '../inventory';
import {registryOf} from '../registry';
import type {SourceFile} from '../registry';
import {indexEngine} from './engine';
import type {EngineFindings, EngineIndex} from './engine';
import {compareFindings} from './finding';
import type {Finding} from './finding';
import type {LintNode, Place} from './node';
import {countNodes} from './progress';
import type {LintEvent} from './progress';
import type {Rule} from './rule';
import {readSetting} from './rule-options';
import type {RuleSetting} from './rule-options';
import {rules as ownRules} from './rules';
import {runRules} from './run-rules';
import type {ActiveRule} from './run-rules';
import {reportsWhere, silencer} from './silence';
import {isEffective, suppressionNode, suppressionsIn, suppressionsInYaml} from './suppressions';
import type {Suppression} from './suppressions';
import {queryNode} from './promql/queries';
import {nodesOf} from './walk';
import type {Target, Workspace} from './workspace';

export type LintOptions = {
  /** A severity for a rule, `off`, or options; other rules keep their own. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** What the runbooks act on. */
  readonly inventory?: InventoryFiles;
  readonly target?: Target;
  /** Markdown files of the project that are not linted now, for links and alerts to find. */
  readonly context?: readonly SourceFile[];
  /** Whether a path exists, relative as the paths of the files are; without it, only files count. */
  readonly exists?: (path: string) => boolean;
  /** The day as an ISO date such as `2026-01-31`; without it, no date has passed. */
  readonly today?: string;
  /** Inputs that every page may use without declaring them. */
  readonly inputs?: readonly Input[];
  /** What another program said of the files; comments silence it as they do the rules. */
  readonly engine?: EngineFindings;
  /** Rules beside our own. */
  readonly plugins?: readonly Rule[];
  /** Files of the project that could not be read; each is a finding. */
  readonly unreadable?: readonly UnreadableFile[];
  /** Hears of the work while it goes on. */
  readonly observe?: (event: LintEvent) => void;
};

export type UnreadableFile = {
  readonly path: string;
  /** What was found instead of text, such as `a folder`. */
  readonly reason: string;
  readonly part: 'page' | 'inventory';
};

/**
 * Checks Markdown files and, where the path ends in `.yml` or `.yaml`, Prometheus rule files.
 * Never throws on what a file holds; the findings come by path, line, column and rule.
 */
export function lint(files: readonly SourceFile[], options: LintOptions = {}): readonly Finding[] {
  const {observe = ignore} = options;
  const markdown = files.filter(({path}) => !isYaml(path));
  const ruleFiles = files.filter(({path}) => isYaml(path));
  observe({kind: 'phase', phase: 'parse'});
  const documents = parseAll(markdown, options);
  const workspace = workspaceOf(documents, withRuleFiles(options, ruleFiles));
  observe({kind: 'phase', phase: 'rules'});
  const job = {...selectRules(options), workspace, observe, engine: indexEngine(options.engine)};
  return [
    ...documents.flatMap(document => lintDocument(document, job)),
    ...ruleFiles.flatMap(file => lintRuleFile(file, job)),
    ...lintInventory(new Set(ruleFiles.map(({path}) => path)), job),
    ...(options.unreadable ?? []).flatMap(file => lintUnreadable(file, job)),
  ].sort(compareFindings);
}

/** What is the same for every file of one call. */
type Job = {
  readonly active: readonly ActiveRule[];
  /** The names of all rules, those that are off included. */
  readonly known: ReadonlySet<string>;
  readonly workspace: Workspace;
  readonly observe: (event: LintEvent) => void;
  readonly engine: EngineIndex;
};

function ignore(): void {}

function parseAll(
  files: readonly SourceFile[],
  {inputs}: Pick<LintOptions, 'inputs'>,
): readonly MarkdownDocument[] {
  return files.map(({path, source}) => parseRunbook(source, {path, ...(inputs && {inputs})}));
}

/** A rule file that is linted belongs to the inventory, named there or not. */
function withRuleFiles(options: LintOptions, ruleFiles: readonly SourceFile[]): LintOptions {
  if (ruleFiles.length === 0) return options;
  const rules = [...(options.inventory?.rules ?? []), ...ruleFiles];
  return {...options, inventory: {...options.inventory, rules}};
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

function workspaceOf(documents: readonly MarkdownDocument[], options: LintOptions): Workspace {
  const context = parseAll(options.context ?? [], options);
  const all = new Map([...context, ...documents].map(document => [document.path, document]));
  options.observe?.({kind: 'phase', phase: 'inventory'});
  return {
    documents: all,
    registry: registryOf([...all.values()]),
    inventory: options.inventory && loadInventory(options.inventory),
    target: options.target ?? {},
    exists: options.exists,
    today: options.today,
  };
}

function selectRules({
  rules: overrides = {},
  plugins = [],
}: LintOptions): Pick<Job, 'active' | 'known'> {
  const all: readonly Rule[] = [...ownRules, ...plugins];
  const active = all.flatMap(rule => {
    const {severity, options} = readSetting(rule, overrides[rule.id]);
    return severity === 'off' ? [] : [{rule, severity, options}];
  });
  return {active, known: new Set(all.map(({id}) => id))};
}

function lintDocument(document: MarkdownDocument, job: Job): readonly Finding[] {
  const {path} = document;
  const {nodes, contents} = countNodes(nodesOf(document, job.workspace.target));
  const findings = runRules(nodes, job.active, {path, workspace: job.workspace});
  job.observe({kind: 'checked', path, ...contents()});
  const others = job.engine.findingsIn(path);
  return suppress([...findings, ...others], suppressionsIn(document), {path, job});
}

function lintRuleFile({path, source}: SourceFile, job: Job): readonly Finding[] {
  const text = source.replace(/^\uFEFF/, '');
  const places = indexPlaces(text);
  const inventory = loadInventory({rules: [{path, source: text}]});
  const {nodes, contents} = countNodes(
    ruleFileNodes(inventory, {places, target: job.workspace.target}),
  );
  const findings = runRules(nodes, job.active, {path, workspace: job.workspace});
  job.observe({kind: 'checked', path, ...contents()});
  return suppress(findings, suppressionsInYaml(text, places), {path, job});
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
function lintInventory(linted: ReadonlySet<string>, job: Job): readonly Finding[] {
  const {workspace, active} = job;
  const {files = [], problems = []} = workspace.inventory ?? {};
  return files.flatMap(({path, source}) => {
    const own = linted.has(path) ? [] : problems.filter(problem => problem.path === path);
    if (own.length === 0) return [];
    const places = indexPlaces(source);
    const nodes = own.map(
      problem => ({kind: 'inventory-problem', problem, place: places.span}) as const,
    );
    const findings = runRules(nodes, active, {path, workspace});
    return suppress(findings, suppressionsInYaml(source, places), {path, job});
  });
}

function lintUnreadable(
  {path, reason, part}: UnreadableFile,
  {active, workspace}: Job,
): readonly Finding[] {
  const span = indexPlaces('').span(0, 0);
  return runRules([{kind: 'unreadable-file', reason, part, span}], active, {path, workspace});
}

/** Leaves out what a comment silences, and lets the rules about such comments have their say. */
function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  {path, job}: {readonly path: string; readonly job: Job},
): readonly Finding[] {
  const {workspace, active, known} = job;
  const {today} = workspace;
  const on = new Set([...active.map(({rule}) => rule.id), ...job.engine.rules]);
  const reports = reportsWhere(findings);
  const nodes = suppressions.map(suppression =>
    suppressionNode(suppression, {reports, on, all: known, today}),
  );
  const isSilenced = silencer(suppressions.filter(suppression => isEffective(suppression, today)));
  return [
    ...findings.filter(finding => !isSilenced(finding)),
    ...runRules(nodes, active, {path, workspace}),
  ];
}
