import type {Engines} from './engines';
import type {Finding} from './finding';
import {lint} from './lint';
import type {GoodExample, Rule} from './rule';
import {rules} from './rules';

/** What a rule says about one of its examples, alone and in its own severity; some need an engine. */
export function lintExample(
  {id}: Pick<Rule, 'id'>,
  {source, path = 'page.md', files = {}, target = {}, today, options = {}}: GoodExample,
  engines: Engines = {},
): {readonly path: string; readonly findings: readonly Finding[]} {
  const others = Object.entries(files).map(([name, text]) => ({path: name, source: text}));
  const findings = lint([{path, source}], {
    rules: {...Object.fromEntries(rulesToSilence(id)), [id]: options},
    context: others.filter(file => /\.mdx?$/.test(file.path)),
    inventory: {
      rules: others.filter(file => /\.ya?ml$/.test(file.path)),
      metrics: others.filter(file => file.path.endsWith('.prom')),
    },
    target,
    engines,
    ...(today !== undefined && {today}),
  });
  return {path, findings: findings.filter(finding => finding.path === path)};
}

/** A comment that silences another rule is only used if that rule runs. */
function rulesToSilence(id: string): readonly (readonly [string, 'off'])[] {
  if (/^runbook\/.*-ignore(?:-reason)?$/.test(id)) return [];
  return rules.filter(rule => rule.id !== id).map(rule => [rule.id, 'off'] as const);
}
