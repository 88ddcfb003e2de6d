import {indexPlaces, parseRunbook} from '../document';
import {loadInventory, mapSpan} from '../inventory';
import type {Inventory, TextPlace} from '../inventory';
import type {SourceFile} from '../registry';
import type {Finding} from './finding';
import {createJob} from './job';
import type {Job} from './job';
import type {LintNode, Place} from './node';
import {lintSurroundings} from './lint-surroundings';
import {isRuleFile} from './options';
import type {LintOptions} from './options';
import {indexPages, pageOf} from './page';
import type {Page} from './page';
import {countNode, noContents} from './progress';
import type {FileRules} from './run-rules';
import {applySuppressions, suppressionsIn, suppressionsInYaml} from './suppressions';
import type {Suppression} from './suppressions';
import {ruleQuery} from './promql/queries';
import {visitNodes} from './walk';
import type {Target} from './workspace';

/**
 * Lints file by file, so that no more than one tree is held at a time. Of each page stays what
 * others may ask about it.
 */
export type LintSession = {
  /** Parses a file and shows it to the rules. */
  readonly check: (file: SourceFile) => void;
  /** What there is to say of the checked files, now that all are known; in no order. */
  readonly finish: () => readonly Finding[];
  /** What could not be read around the linted files. */
  readonly surroundings: (linted: readonly SourceFile[]) => readonly Finding[];
};

/** A file whose rules have seen everything but the other pages. */
type CheckedFile = Pick<FileRules, 'findings' | 'waiting'> & {
  readonly path: string;
  readonly suppressions: readonly Suppression[];
};

/** Rule files among the files to come must be in the inventory already, see `withRuleFiles`. */
export function startLint(options: LintOptions): LintSession {
  const job = createJob(options);
  const pages: Page[] = [];
  const checked: CheckedFile[] = [];
  return {
    check(file) {
      if (isRuleFile(file)) return void checked.push(checkRuleFile(file, job));
      const {page, ...rest} = checkPage(file, options, job);
      pages.push(page);
      checked.push(rest);
    },
    finish() {
      const isWaiting = checked.some(({waiting}) => waiting.length > 0);
      const context = isWaiting ? contextPages(options) : [];
      const all = indexPages([...context, ...pages]);
      return checked.flatMap(file => {
        for (const task of file.waiting) task(all);
        const findings = [...file.findings, ...job.engineFindings.findingsIn(file.path)];
        return applySuppressions({...file, findings}, job);
      });
    },
    surroundings: linted => lintSurroundings(linted, options, job),
  };
}

function checkPage(
  {path, source}: SourceFile,
  {inputs}: Pick<LintOptions, 'inputs'>,
  job: Job,
): CheckedFile & {readonly page: Page} {
  job.observe({kind: 'phase', phase: 'parse'});
  const document = parseRunbook(source, {path, ...(inputs && {inputs})});
  job.observe({kind: 'phase', phase: 'rules'});
  const rules = showNodes(path, job, visit => visitNodes(document, job.workspace.target, visit));
  return {path, page: pageOf(document), ...rules, suppressions: suppressionsIn(document)};
}

function checkRuleFile({path, source}: SourceFile, job: Job): CheckedFile {
  job.observe({kind: 'phase', phase: 'parse'});
  const text = source.replace(/^\uFEFF/, '');
  const places = indexPlaces(text);
  const inventory = loadInventory({rules: [{path, source: text}]});
  job.observe({kind: 'phase', phase: 'rules'});
  const {target} = job.workspace;
  const rules = showNodes(path, job, visit =>
    visitRuleFile(inventory, {place: places.span, target, visit}),
  );
  return {path, ...rules, suppressions: suppressionsInYaml(text, places)};
}

type Visit = (node: LintNode) => void;

function showNodes(
  path: string,
  {rules, observe}: Job,
  visitEach: (visit: Visit) => void,
): Pick<FileRules, 'findings' | 'waiting'> {
  const {visit, findings, waiting} = rules.file(path);
  const contents = noContents();
  visitEach(node => {
    countNode(contents, node);
    visit(node);
  });
  observe({kind: 'checked', path, ...contents});
  return {findings, waiting};
}

function visitRuleFile(
  inventory: Inventory,
  {place, target, visit}: {readonly place: Place; readonly target: Target; readonly visit: Visit},
): void {
  for (const problem of inventory.problems) visit({kind: 'inventory-problem', problem, place});
  for (const rule of [...inventory.alerts, ...inventory.recordings]) {
    if (rule.kind === 'alert') visit({kind: 'alert', alert: rule, place});
    visit(ruleQuery({text: rule.expr, place: placeIn(rule.exprAt, place)}, target));
  }
}

function placeIn(at: TextPlace, place: Place): Place {
  return (start, end) => {
    const span = mapSpan(at, {start, end});
    return place(span.start, span.end);
  };
}

function contextPages({context = [], inputs}: LintOptions): readonly Page[] {
  return context.map(({path, source}) =>
    pageOf(parseRunbook(source, {path, ...(inputs && {inputs})})),
  );
}
