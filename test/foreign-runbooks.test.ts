import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {lint} from '../src/core';

const FOLDER = join(__dirname, 'fixtures/foreign');
const files = readdirSync(FOLDER).map(path => ({
  path,
  source: readFileSync(join(FOLDER, path), 'utf8'),
}));

describe('runbooks in the styles of other people', () => {
  it.each(files)('finds no error in $path', file => {
    const errors = lint([file]).filter(({severity}) => severity === 'error');
    expect(errors.map(({line, column, message}) => `${line}:${column} ${message}`)).toEqual([]);
  });

  it('finds no error after a conversion to CRLF', () => {
    const converted = files.map(({path, source}) => ({
      path,
      source: source.replaceAll('\n', '\r\n'),
    }));
    const errors = lint(converted).filter(({severity}) => severity === 'error');
    expect(
      errors.map(({path, line, column, message}) => `${path}:${line}:${column} ${message}`),
    ).toEqual([]);
  });

  it('warns of what is there, and of nothing else', () => {
    const found = lint(files).filter(({severity}) => severity === 'warning');
    const warnings = found.map(({path, line, column, rule}) => `${path}:${line}:${column} ${rule}`);
    expect(warnings).toMatchInlineSnapshot(`
      [
        "angle-placeholders.md:26:14 shell/no-angle-placeholder",
        "angle-placeholders.md:26:39 shell/no-angle-placeholder",
        "angle-placeholders.md:27:14 shell/no-angle-placeholder",
        "angle-placeholders.md:27:31 shell/no-angle-placeholder",
        "angle-placeholders.md:48:1 kubectl/require-namespace-for-change",
        "angle-placeholders.md:48:20 shell/no-unassigned-variable",
        "hugo-front-matter.md:28:46 shell/no-unassigned-variable",
        "hugo-front-matter.md:52:4 kubectl/require-rollout-wait",
        "many-anchors.md:43:14 kubectl/no-single-pod-logs",
        "many-anchors.md:57:1 runbook/no-empty-section",
        "prompts-with-output.md:20:1 shell/no-prompt",
        "prompts-with-output.md:46:13 tool/require-systemctl-check",
      ]
    `);
  });
});
