import type {Finding, Severity} from './finding';
import type {LintNode} from './node';
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

/** Shows each node to each rule that asks for its kind. */
export function runRules(
  nodes: Iterable<LintNode>,
  rules: readonly ActiveRule[],
  {path, workspace}: {readonly path: string; readonly workspace: Workspace},
): readonly Finding[] {
  const findings: Finding[] = [];
  const listeners = new Map<string, ((node: LintNode) => void)[]>();
  for (const active of rules) {
    const report = reporterOf(active, path, finding => findings.push(finding));
    subscribe(active.rule.check({report, workspace, options: active.options}), listeners);
  }
  for (const node of nodes) {
    for (const listener of listeners.get(node.kind) ?? []) listener(node);
  }
  return findings;
}

function subscribe(visitor: Visitor, listeners: Map<string, ((node: LintNode) => void)[]>): void {
  for (const [kind, visit] of Object.entries(visitor)) {
    const list = listeners.get(kind) ?? [];
    // The map's key is the node's kind, so the visitor always gets the node that it asked for.
    list.push(visit as (node: LintNode) => void);
    listeners.set(kind, list);
  }
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
