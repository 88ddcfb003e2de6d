import {rules} from '../../core';
import type {Rule} from '../../core';
import {closest} from '../closest';
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

function describe({id, severity, summary, why, examples}: Rule): string {
  const bad = examples.bad.flatMap(({title, source, reports}) => [
    `Bad: ${title}`,
    ...indent(source),
    ...reports.map(report => `  → ${report}`),
    '',
  ]);
  const good = examples.good.flatMap(({title, source}) => [
    `Good: ${title}`,
    ...indent(source),
    '',
  ]);
  return [`${id} (${severity})`, `${summary}.`, '', why, '', ...bad, ...good].join('\n');
}

function indent(source: string): readonly string[] {
  return source
    .trimEnd()
    .split('\n')
    .map(line => `    ${line}`.trimEnd());
}
