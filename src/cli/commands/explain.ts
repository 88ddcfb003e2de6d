import {rules, settingYaml} from '../../core';
import type {GoodExample, Rule} from '../../core';
import {closest} from '../../core/closest';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import {table} from '../table';
import {UserError} from '../user-error';

export default defineCommand({
  name: 'explain',
  summary: 'Say why a rule exists, with its examples',
  args: '[rule]',
  options: {},
  examples: [
    ['What is this finding about?', 'runbook explain kubectl/no-truncated-logs'],
    ['Which rules are there?', 'runbook explain'],
  ],
  async run({positionals}, io) {
    const [id] = positionals;
    if (id === undefined) {
      io.stdout.write(table(rules.map(rule => [rule.id, rule.severity, rule.summary])));
      return EXIT_CODES.ok;
    }
    const rule = rules.find(candidate => candidate.id === id);
    if (rule === undefined) throw unknownRule(id);
    io.stdout.write(describe(rule));
    return EXIT_CODES.ok;
  },
});

function unknownRule(id: string): UserError {
  const ids = rules.map(rule => rule.id);
  const near = closest(id, ids) ?? ids.find(candidate => candidate.endsWith(`/${id}`));
  return new UserError(`There is no rule \`${id}\`.`, {
    hint: near ? `Did you mean \`${near}\`?` : 'Type `runbook explain` to see all of them.',
  });
}

function describe(rule: Rule): string {
  const {id, severity, summary, why, examples} = rule;
  const bad = examples.bad.flatMap(({title, source, options, reports}) => [
    `Bad: ${title}`,
    ...setting(id, options),
    ...indent(source),
    ...reports.map(report => `  → ${report}`),
    '',
  ]);
  const good = examples.good.flatMap(({title, source, options}) => [
    `Good: ${title}`,
    ...setting(id, options),
    ...indent(source),
    '',
  ]);
  return [
    `${id} (${severity})`,
    `${summary}.`,
    '',
    why,
    '',
    ...optionsOf(rule),
    ...bad,
    ...good,
  ].join('\n');
}

function optionsOf({id, options = {}}: Rule): readonly string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const examples = entries.map(([name, {example}]) => [name, example] as const);
  return [
    'Options, lists of words in runbook.config.yaml:',
    ...entries.map(([name, {summary: about}]) => `  ${name}: ${about}.`),
    '',
    ...setting(id, Object.fromEntries(examples)),
    '',
  ];
}

function setting(id: string, options: GoodExample['options']): readonly string[] {
  return options === undefined ? [] : indent(settingYaml(id, options));
}

function indent(source: string): readonly string[] {
  return source
    .trimEnd()
    .split('\n')
    .map(line => `    ${line}`.trimEnd());
}
