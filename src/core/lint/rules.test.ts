import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {loadJqCompiler} from '../../cli/engines/jq';
import {loadSqlParser} from '../../cli/engines/sql';
import {formatJson, formatText} from '../report';
import type {Engines} from './engines';
import {applyFixes} from './fix';
import {lintExample} from './lint-example';
import type {BadExample, Rule} from './rule';
import {rules as allRules} from './rules';

const rules: readonly Rule[] = allRules;
const ROOT = join(__dirname, '../../..');

let engines: Engines = {};

beforeAll(async () => {
  engines = {jq: await loadJqCompiler(), sql: await loadSqlParser()};
});

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.good.map(example => [example.title, example] as const))(
    'is silent about %s',
    (_, example) => {
      expect(lintExample(rule, example, engines).findings).toEqual([]);
    },
  );

  it.each(rule.examples.bad.map(example => [example.title, example] as const))(
    'reports %s',
    (_, example) => {
      const {findings} = lintExample(rule, example, engines);
      const own = findings.filter(finding => finding.rule === id);
      const reports = own.map(
        ({line, column, endLine, endColumn, message}) =>
          `${line}:${column}-${endLine}:${endColumn} ${message}`,
      );
      expect(reports).toEqual(example.reports);
    },
  );

  const fixed = rule.examples.bad.filter(example => example.fixed !== undefined);
  for (const example of fixed) {
    it(`mends ${example.title}, once`, () => {
      expect(mend(rule, example)).toBe(example.fixed);
      expect(mend(rule, {...example, source: example.fixed ?? ''})).toBe(example.fixed);
    });
  }

  it('mends nothing without showing it', () => {
    const others = rule.examples.bad.filter(example => example.fixed === undefined);
    for (const example of others) expect(mend(rule, example)).toBe(example.source);
  });

  it('gives every report something to show', () => {
    for (const example of rule.examples.bad) {
      const {path, findings} = lintExample(rule, example, engines);
      const text = formatText(findings, {files: 1, sources: new Map([[path, example.source]])});
      expect(text).toContain(`[${id}]`);
      expect(JSON.parse(formatJson(findings, {files: 1}))).toMatchObject({version: 1, findings});
    }
  });

  it('has words by the grammar of the house', () => {
    expect(rule.summary).toMatch(/^(?:Disallow|Require|Enforce) .+[^.]$/);
    expect(rule.why).toMatch(/^(?:[^a-z]|bash |kubectl ).+[.?]$/s);
    expect(id).toMatch(
      /^(?:shell|kubectl|tool|promql|runbook|inventory)\/(?:no|require|prefer|consistent)-[a-z-]+$/,
    );
    for (const report of rule.examples.bad.flatMap(({reports}) => reports)) {
      expect(report.replace(/^\S+ /, '')).toMatch(/^[^a-z\s].*\.$/);
    }
    for (const message of Object.values(rule.messages)) {
      expect(message).not.toMatch(/\b(?:invalid|illegal|please|should)\b/i);
    }
  });

  it('shows each of its messages in an example', () => {
    const reports = rule.examples.bad.flatMap(example => example.reports);
    const shown = Object.values(rule.messages).filter(message =>
      reports.some(report => patternOf(message).test(report)),
    );
    if (!TOO_LONG_TO_SHOW.has(id)) expect(shown).toEqual(Object.values(rule.messages));
  });

  it('is in the file that its name says, and has a page', () => {
    expect(readFileSync(join(__dirname, `rules/${id}.ts`), 'utf8')).toContain(`id: '${id}'`);
    expect(readFileSync(join(ROOT, `docs/rules/${id}.md`), 'utf8')).toContain(rule.summary);
  });
});

describe('the rules', () => {
  it('have names of their own', () => {
    const ids = rules.map(({id}) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

/** Seven kinds of unreadable file, or a thousand quotes in each other, make a page that nobody reads. */
const TOO_LONG_TO_SHOW = new Set(['inventory/no-unreadable-file', 'runbook/no-unreadable-page']);

function mend(rule: Rule, example: BadExample): string {
  const {findings} = lintExample(rule, example, engines);
  return applyFixes(example.source, findings);
}

function patternOf(message: string): RegExp {
  const parts = message
    .split(/\{\{\w+\}\}/)
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\S+ ${parts.join('.*')}$`);
}
