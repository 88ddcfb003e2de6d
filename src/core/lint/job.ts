import {loadInventory} from '../inventory';
import {indexEngine} from './engine-findings';
import type {EngineIndex} from './engine-findings';
import type {LintOptions} from './options';
import type {LintEvent} from './progress';
import type {Rule} from './rule';
import {readSetting} from './rule-options';
import {rules as ownRules} from './rules';
import {ruleSet} from './run-rules';
import type {RuleSet} from './run-rules';
import type {Workspace} from './workspace';

/** What is the same for every file of one call of the lint. */
export type Job = {
  readonly rules: RuleSet;
  /** The names of the rules that run, and of all that there are. */
  readonly on: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly workspace: Workspace;
  readonly engineFindings: EngineIndex;
  readonly observe: (event: LintEvent) => void;
};

export function createJob(options: LintOptions): Job {
  const {observe = ignore, rules: overrides = {}, plugins = []} = options;
  const workspace = workspaceOf(options, observe);
  const engineFindings = indexEngine(options.engineFindings);
  const all: readonly Rule[] = [...ownRules, ...plugins];
  const active = all.flatMap(rule => {
    const {severity, options: values} = readSetting(rule, overrides[rule.id]);
    return severity === 'off' ? [] : [{rule, severity, options: values}];
  });
  return {
    rules: ruleSet(active, workspace),
    on: new Set([...active.map(({rule}) => rule.id), ...engineFindings.rules]),
    known: new Set(all.map(({id}) => id)),
    workspace,
    engineFindings,
    observe,
  };
}

function ignore(): void {}

function workspaceOf(options: LintOptions, observe: Job['observe']): Workspace {
  observe({kind: 'phase', phase: 'inventory'});
  return {
    inventory: options.inventory && loadInventory(options.inventory),
    target: options.target ?? {},
    exists: options.exists,
    today: options.today,
    engines: options.engines ?? {},
  };
}
