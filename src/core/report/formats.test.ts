import {expect, it} from 'vitest';
import {applyFixes, lint, rules} from '../lint';
import type {Finding} from '../lint';
import {formatGithub} from './github';
import {formatJunit} from './junit';
import {formatSarif} from './sarif';

const PATH = 'on call/#1: 50%.md';
const SOURCE = 'Its â†’ here\n';
const findings = lint([{path: PATH, source: SOURCE}]);
const [finding] = findings;

it('writes workflow commands with what GitHub would misread escaped', () => {
  expect(formatGithub(findings)).toBe(
    '::error file=on call/#1%3A 50%25.md,line=1,endLine=1,col=5,endColumn=7,title=runbook/no-mojibake::Found `â†’`, expected `→`: the text was decoded with the wrong encoding.%0Ahttps://docs.sqlstudio.io/rules/runbook/no-mojibake\n',
  );
});

it('leaves columns out of an annotation of several lines', () => {
  const long = findings.map(one => ({...one, endLine: 3, endColumn: 2}));
  expect(formatGithub(long)).toContain('line=1,endLine=3,title=');
});

it('writes XML whatever a message holds', () => {
  const hard = findings.map(one => ({...one, message: 'a<b & "c"\u0000\ud800\n'}));
  expect(formatJunit(hard, {files: 2})).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="runbook lint" tests="2" failures="1">
      <testsuite name="runbook lint" tests="1" failures="0">
        <testcase name="checked files: 2" classname="runbook lint"/>
      </testsuite>
      <testsuite name="on call/#1: 50%.md" tests="1" failures="1">
        <testcase name="runbook/no-mojibake 1:5" classname="on call/#1: 50%.md" file="on call/#1: 50%.md" line="1">
          <failure type="error" message="a&lt;b &amp; &quot;c&quot;��&#10;">on call/#1: 50%.md:1:5 a&lt;b &amp; &quot;c&quot;��&#10;&#10;https://docs.sqlstudio.io/rules/runbook/no-mojibake</failure>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

it('writes SARIF with rules, encoded addresses, fingerprints and fixes', () => {
  const log = parsed(findings, SOURCE);
  const [run] = log.runs;
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.tool.driver.rules).toHaveLength(rules.length);
  expect(run.tool.driver.rules[run.results[0].ruleIndex].id).toBe('runbook/no-mojibake');
  expect({...run.results[0], ruleIndex: 0}).toMatchInlineSnapshot(`
    {
      "fixes": [
        {
          "artifactChanges": [
            {
              "artifactLocation": {
                "uri": "on%20call/%231%3A%2050%25.md",
                "uriBaseId": "%SRCROOT%",
              },
              "replacements": [
                {
                  "deletedRegion": {
                    "endColumn": 8,
                    "endLine": 1,
                    "startColumn": 5,
                    "startLine": 1,
                  },
                  "insertedContent": {
                    "text": "→",
                  },
                },
              ],
            },
          ],
          "description": {
            "text": "Mend runbook/no-mojibake.",
          },
        },
      ],
      "level": "error",
      "locations": [
        {
          "physicalLocation": {
            "artifactLocation": {
              "uri": "on%20call/%231%3A%2050%25.md",
              "uriBaseId": "%SRCROOT%",
            },
            "region": {
              "endColumn": 8,
              "endLine": 1,
              "startColumn": 5,
              "startLine": 1,
            },
          },
        },
      ],
      "message": {
        "text": "Found \`â†’\`, expected \`→\`: the text was decoded with the wrong encoding.",
      },
      "partialFingerprints": {
        "primaryLocationLineHash": "1cde941c8b2cf3df:1",
      },
      "ruleId": "runbook/no-mojibake",
      "ruleIndex": 0,
    }
  `);
});

it('keeps the fingerprint when lines above come and go, and counts equal lines', () => {
  const twice = `${SOURCE}\n${SOURCE}`;
  const moved = `New\n\n${twice}`;
  const [one, two] = hashes(twice);
  expect(hashes(moved)).toEqual([one, two]);
  expect(two).toBe(one?.replace(':1', ':2'));
});

it('describes the fix that --fix applies', () => {
  expect(applyFixes(SOURCE, finding === undefined ? [] : [finding])).toBe('Its → here\n');
});

function hashes(source: string): readonly (string | undefined)[] {
  const all = lint([{path: PATH, source}]);
  const [run] = parsed(all, source).runs;
  return run.results.map(
    (result: SarifResult) => result.partialFingerprints.primaryLocationLineHash,
  );
}

type SarifResult = {
  readonly ruleIndex: number;
  readonly partialFingerprints: {readonly primaryLocationLineHash: string};
};

function parsed(all: readonly Finding[], source: string) {
  return JSON.parse(
    formatSarif(all, {rules, version: '1.2.3', sources: new Map([[PATH, source]])}),
  );
}
