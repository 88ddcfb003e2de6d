export {SEVERITIES, compareFindings} from './finding';
export type {Edit, Finding, Fix, Severity} from './finding';
export {lint} from './lint';
export type {LintOptions} from './lint';
export {rules} from './rules';
export type {RuleId} from './rules';
export type {BadExample, GoodExample, Rule} from './rule';
