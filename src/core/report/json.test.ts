import {expect, it} from 'vitest';
import {lint} from '../lint';
import {formatJson} from './json';

it('gives version, findings with their fixes, and a summary', () => {
  const findings = lint([{path: 'a.md', source: 'Its â†’ here\n'}]);
  expect(JSON.parse(formatJson(findings, {files: 1}))).toEqual({
    version: 1,
    findings: [
      {
        rule: 'runbook/no-mojibake',
        severity: 'error',
        path: 'a.md',
        line: 1,
        column: 5,
        endLine: 1,
        endColumn: 8,
        message: 'Found `â†’`, expected `→`: the text was decoded with the wrong encoding.',
        help: 'https://docs.sqlstudio.io/rules/runbook/no-mojibake',
        fix: {
          edits: [
            {
              span: {
                start: {line: 1, column: 5, offset: 4},
                end: {line: 1, column: 8, offset: 7},
              },
              text: '→',
            },
          ],
        },
      },
    ],
    summary: {files: 1, errors: 1, warnings: 0, infos: 0},
  });
});
