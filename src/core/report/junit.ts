import type {Finding} from '../lint';
import {wellFormed} from './well-formed';
import type {ReportOptions} from './report';

/** JUnit's XML: a failed test case for each finding, and one that passes, because no test at all is a failure to many readers. */
export function formatJunit(
  findings: readonly Finding[],
  {files}: Pick<ReportOptions, 'files'>,
): string {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byPath.get(finding.path) ?? [];
    own.push(finding);
    byPath.set(finding.path, own);
  }
  const suites = Array.from(byPath, ([path, own]) => suite(path, own)).flat();
  const tests = findings.length + 1;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="runbook lint" tests="${tests}" failures="${findings.length}">`,
    '  <testsuite name="runbook lint" tests="1" failures="0">',
    `    <testcase name="checked files: ${files}" classname="runbook lint"/>`,
    '  </testsuite>',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(path: string, findings: readonly Finding[]): readonly string[] {
  return [
    `  <testsuite name="${xml(path)}" tests="${findings.length}" failures="${findings.length}">`,
    ...findings.flatMap(testCase),
    '  </testsuite>',
  ];
}

function testCase({rule, severity, path, line, column, message, help}: Finding) {
  const place = `${path}:${line}:${column}`;
  return [
    `    <testcase name="${xml(`${rule} ${line}:${column}`)}" classname="${xml(path)}" file="${xml(path)}" line="${line}">`,
    `      <failure type="${severity}" message="${xml(message)}">${xml(`${place} ${message}\n${help}`)}</failure>`,
    '    </testcase>',
  ];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** XML 1.0 has no place for most controls, not even escaped. */
function xml(text: string): string {
  return wellFormed(text)
    .replace(/[&<>"'\n\r\t]/g, character => ESCAPES[character] ?? character)
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '\ufffd');
}
