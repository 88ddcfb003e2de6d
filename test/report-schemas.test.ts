import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import Ajv from 'ajv';
import type {ValidateFunction} from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import {SaxesParser} from 'saxes';
import {globSync} from 'tinyglobby';
import {describe, expect, it} from 'vitest';
import {configJsonSchema} from '../src/cli/config-schema';
import {
  formatJson,
  formatJunit,
  formatSarif,
  lint,
  readSetting,
  reportJsonSchema,
  rules,
} from '../src/core';
import type {Finding, Rule, RuleSetting} from '../src/core';

const planted = globSync('corpora/planted/*.md', {cwd: __dirname}).map(path => ({
  path,
  source: readFileSync(join(__dirname, path), 'utf8'),
}));
const sources = new Map(planted.map(({path, source}) => [path, source] as const));
const findings = lint(planted);

/** With what no program should stumble over: any text in any place, and a rule of another engine. */
const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom('shellcheck/SC2046', 'runbook/no-mojibake'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    path: fc.string({unit: 'binary', minLength: 1}),
    message: fc.string({unit: 'binary', minLength: 1}),
    text: fc.string({unit: 'binary'}),
  })
  .map(({text, ...own}) => {
    const start = {line: 1, column: 1, offset: 0};
    return {
      ...own,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      help: 'https://docs.sqlstudio.io/rules',
      fix: {edits: [{span: {start, end: start}, text}]},
    };
  });

describe('SARIF', () => {
  const validate = compiled(
    new Ajv({strict: false, allErrors: true, unicodeRegExp: false}),
    sarifSchema(),
  );
  const check = (all: readonly Finding[]) => {
    validate(JSON.parse(formatSarif(all, {rules, version: '1.2.3', sources})));
    expect(validate.errors ?? []).toEqual([]);
  };

  it('is what its schema demands for every kind of finding', () => {
    expect(new Set(findings.map(({rule}) => rule)).size).toBeGreaterThan(50);
    check(findings);
  });

  it('is so without a finding, and whatever a finding holds', () => {
    check([]);
    fc.assert(fc.property(fc.array(anyFinding, {maxLength: 4}), check), {numRuns: 50, seed: 5});
  });

  it('has what GitHub asks for besides', () => {
    const log = JSON.parse(formatSarif(findings, {rules, version: '1.2.3', sources}));
    const [run] = log.runs;
    for (const {ruleId, ruleIndex, message, locations, partialFingerprints} of run.results) {
      const {artifactLocation, region} = locations[0].physicalLocation;
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect([message.text, artifactLocation.uri, region.startLine]).not.toContain(undefined);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:\d+$/);
    }
  });
});

describe('JUnit', () => {
  it('is XML, whatever a finding holds', () => {
    expect(elementsOf(formatJunit(findings, {files: 1}))).toMatchObject({failure: findings.length});
    fc.assert(
      fc.property(fc.array(anyFinding, {maxLength: 4}), all => {
        const {testcase, failure = 0} = elementsOf(formatJunit(all, {files: 1}));
        expect({testcase, failure}).toEqual({testcase: all.length + 1, failure: all.length});
      }),
      {numRuns: 100, seed: 5},
    );
  });
});

describe('the schemas that we publish', () => {
  it('fit the findings as JSON', () => {
    const validate = compiled(new Ajv2020({strict: false}), reportJsonSchema());
    validate(JSON.parse(formatJson(findings, {files: 1})));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('know the options of the rules', () => {
    const validate = compiled(new Ajv2020({strict: false}), configJsonSchema());
    const all: readonly Rule[] = rules;
    const filled = all.map(({id, options = {}}) => {
      const lists = Object.entries(options).map(([name, {example}]) => [name, example] as const);
      return [id, {severity: 'info', ...Object.fromEntries(lists)}] as const;
    });
    const settings: Readonly<Record<string, RuleSetting>> = Object.fromEntries(filled);
    for (const rule of all) expect(readSetting(rule, settings[rule.id]).problems).toEqual([]);
    expect(validate({rules: settings})).toBe(true);
    expect(validate({rules: {'shell/no-prompt': 'off', 'house/no-foo': {words: [1]}}})).toBe(true);
    expect(validate({rules: {'shell/no-prompt': {words: ['a']}}})).toBe(false);
    expect(validate({rules: {'kubectl/no-unknown-command': {allowedPlugins: 'a'}}})).toBe(false);
  });
});

/** The official one, of draft 4; nothing in it but its name means something else in draft 7. */
function sarifSchema(): unknown {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const {$schema, id, ...schema} = JSON.parse(readFileSync(file, 'utf8'));
  expect({$schema, id}).toMatchObject({id: expect.stringContaining('sarif-2.1.0')});
  return schema;
}

function compiled(ajv: Ajv | Ajv2020, schema: unknown): ValidateFunction {
  addFormats(ajv);
  return ajv.compile(schema as object);
}

/** How many of each element there are; throws where the text is no XML. */
function elementsOf(xml: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({name}) => {
    counts[name] = (counts[name] ?? 0) + 1;
  });
  parser.write(xml).close();
  return counts;
}
