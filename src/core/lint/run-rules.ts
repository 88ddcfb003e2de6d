import type {Finding, Severity} from './finding';
import type {LintNode} from './node';
import type {Pages} from './page';
import type {Messages, Report, Rule, Visitor} from './rule';
import type {OptionDefinitions, OptionValues} from './rule-options';
import type {Workspace} from './workspace';

export type ActiveRule = {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: OptionValues<OptionDefinitions>;
};

/** Where the page of a rule is published. */
const RULES_URL = 'https://docs.sqlstudio.io/rules';

export function helpAddress(rule: string): string {
  return `${RULES_URL}/${rule}`;
}

const LONGEST_DATUM = 200;

/** The rules of one call of the lint. */
export type RuleSet = {
  /** Begins a file: shows each of its nodes to the rules that ask for its kind. */
  readonly file: (path: string) => FileRules;
};

/** The rules at work in one file. */
export type FileRules = {
  readonly visit: (node: LintNode) => void;
  /** What they have found so far; what waits for the other pages is not in it. */
  readonly findings: readonly Finding[];
  /** What to do when every page is known, which adds to the findings. */
  readonly waiting: readonly ((pages: Pages) => void)[];
};

type Listener = (node: LintNode) => void;

/**
 * A rule is set up for a file when the first node comes that it asks for; most files have nothing
 * for most rules. Which kinds it asks for is learned from its first visitor.
 */
export function ruleSet(rules: readonly ActiveRule[], workspace: Workspace): RuleSet {
  const nowhere = fileRules('', workspace);
  const kinds = rules.map(active => Object.keys(nowhere.start(active)));
  const askers = new Map<string, readonly number[]>();
  for (const kind of new Set(kinds.flat())) {
    askers.set(
      kind,
      rules.flatMap((_, index) => (kinds[index]?.includes(kind) === true ? [index] : [])),
    );
  }
  return {
    file(path) {
      const {start, findings, waiting} = fileRules(path, workspace);
      const visitors = new Map<number, Visitor>();
      const listeners = new Map<string, readonly Listener[]>();
      const visitorOf = (index: number): Visitor => {
        const known = visitors.get(index);
        if (known !== undefined) return known;
        const active = rules[index];
        const visitor = active === undefined ? {} : start(active);
        visitors.set(index, visitor);
        return visitor;
      };
      const listenersFor = (kind: LintNode['kind']): readonly Listener[] => {
        const list: Listener[] = [];
        for (const index of askers.get(kind) ?? []) {
          const listener = visitorOf(index)[kind];
          // The map's key is the node's kind, so the visitor always gets the node that it asked for.
          if (listener !== undefined) list.push(listener as Listener);
        }
        listeners.set(kind, list);
        return list;
      };
      return {
        findings,
        waiting,
        visit(node) {
          for (const listener of listeners.get(node.kind) ?? listenersFor(node.kind)) {
            listener(node);
          }
        },
      };
    },
  };
}

function fileRules(path: string, workspace: Workspace) {
  const findings: Finding[] = [];
  const waiting: ((pages: Pages) => void)[] = [];
  return {
    findings,
    waiting,
    start: (active: ActiveRule): Visitor =>
      active.rule.check({
        report: reporterOf(active, path, finding => findings.push(finding)),
        workspace,
        options: active.options,
        later: task => waiting.push(task),
      }),
  };
}

function reporterOf(
  {rule, severity}: ActiveRule,
  path: string,
  add: (finding: Finding) => void,
): Report<Messages> {
  return ({at, message, data, fix}) =>
    add({
      rule: rule.id,
      severity,
      path,
      line: at.start.line,
      column: at.start.column,
      endLine: at.end.line,
      endColumn: at.end.column,
      message: fill(rule.messages[message] ?? message, data),
      help: helpAddress(rule.id),
      ...(fix && {fix: {edits: fix}}),
    });
}

function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => shorten(data[name] ?? ''));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_DATUM ? line : `${line.slice(0, LONGEST_DATUM - 1)}…`;
}
