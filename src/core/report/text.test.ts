import {describe, expect, it} from 'vitest';
import type {Finding} from '../lint';
import {formatText} from './text';

const finding: Finding = {
  rule: 'shell/no-bare-placeholder',
  severity: 'error',
  path: 'docs/pods.md',
  line: 1,
  column: 14,
  endLine: 1,
  endColumn: 22,
  message: 'Found the placeholder `POD_NAME`.',
  help: 'https://docs.sqlstudio.io/rules/shell/no-bare-placeholder',
};

describe('formatText', () => {
  it('shows the place, the line, where to read on, and a count', () => {
    expect(report('kubectl logs POD_NAME --previous\n')).toMatchInlineSnapshot(`
      "docs/pods.md:1:14 error Found the placeholder \`POD_NAME\`. [shell/no-bare-placeholder]
         1 | kubectl logs POD_NAME --previous
           |              ^~~~~~~~
      help: https://docs.sqlstudio.io/rules/shell/no-bare-placeholder

      1 error in 2 files.
      "
    `);
  });

  it('says so when there is nothing to say', () => {
    expect(formatText([], {files: 1})).toBe('No findings in 1 file.\n');
  });

  it('counts each severity', () => {
    const findings = (['error', 'error', 'warning', 'info'] as const).map(severity =>
      Object.assign({}, finding, {severity}),
    );
    expect(formatText(findings, {files: 3}).split('\n').at(-2)).toBe(
      '2 errors, 1 warning, 1 info in 3 files.',
    );
  });

  it('does without the line when it does not have the file', () => {
    expect(formatText([finding], {files: 1}).split('\n').slice(0, 2)).toEqual([
      'docs/pods.md:1:14 error Found the placeholder `POD_NAME`. [shell/no-bare-placeholder]',
      'help: https://docs.sqlstudio.io/rules/shell/no-bare-placeholder',
    ]);
  });

  it('marks the rest of the line when the place goes on below', () => {
    expect(frame('ab cd\nef', {column: 4, endLine: 2, endColumn: 2})).toBe('ab cd\n   ^~');
  });

  it('marks an empty place, also behind the end of a line', () => {
    expect(frame('ab', {column: 3, endColumn: 3})).toBe('ab\n  ^');
  });

  it('aligns the marks below tabs, wide characters and combined ones', () => {
    expect(frame('\tx', {column: 2, endColumn: 3})).toBe('    x\n    ^');
    expect(frame('日本 x', {column: 4, endColumn: 5})).toBe('日本 x\n     ^');
    expect(frame('e\u0301 x', {column: 4, endColumn: 5})).toBe('e\u0301 x\n  ^');
    expect(frame('👩\u200d🚒 x', {column: 7, endColumn: 8})).toBe(
      `👩<U+200D>🚒 x\n${' '.repeat(13)}^`,
    );
  });

  it('cuts a long line around the place', () => {
    const line = `${'a'.repeat(300)}POD${'b'.repeat(300)}`;
    const [code = '', marks = ''] = frame(line, {column: 301, endColumn: 304}).split('\n');
    expect(code).toMatch(/^…a+PODb+…$/);
    expect(code.length).toBeLessThan(110);
    expect(code.slice(marks.indexOf('^'), marks.length)).toBe('POD');
  });

  it('spells out what could control the terminal or reorder the text', () => {
    const text = report('x\u001b[2J\u202e\u0007', {message: 'Found \u001b]0;title\u0007.'});
    expect(text).toContain('Found ␛]0;title␇.');
    expect(text).toContain('x␛[2J<U+202E>␇');
  });

  it('colours what is asked to be in colour', () => {
    const text = formatText([finding], {files: 1, color: true});
    expect(text).toContain('\u001b[31merror\u001b[0m');
  });
});

function report(source: string, changes: Partial<Finding> = {}): string {
  const sources = new Map([['docs/pods.md', source]]);
  return formatText([{...finding, ...changes}], {files: 2, sources});
}

/** The code and the marks alone, without the gutter. */
function frame(source: string, changes: Partial<Finding>): string {
  return report(source, changes)
    .split('\n')
    .slice(1, 3)
    .map(line => line.slice(7))
    .join('\n');
}
