import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {KUBECTL_VERSIONS} from '../../kubectl';
import {lint} from '../lint';

const correct = linesOf('correct.sh').filter(line => !line.startsWith('#'));
const wrong = linesOf('wrong.txt').map(line => {
  const [rule = '', ...command] = line.split(': ');
  return [`kubectl/${rule}`, command.join(': ')] as const;
});

describe('correct commands of kubectl', () => {
  it('are many', () => {
    expect(correct.length).toBeGreaterThanOrEqual(200);
  });

  it.each([undefined, KUBECTL_VERSIONS.at(-1)])('have no error each, for kubectl %s', kubectl => {
    const target = kubectl === undefined ? {} : {kubectl};
    const files = correct.map((line, at) => ({path: `${at}.md`, source: blockOf(line)}));
    const errors = lint(files, {target}).filter(({severity}) => severity === 'error');
    const found = errors.map(({path, message}) => [correct[Number.parseInt(path, 10)], message]);
    expect(found).toEqual([]);
  });

  it('have no error on one page', () => {
    const source = correct.map(blockOf).join('\n');
    const errors = lint([{path: 'page.md', source}]).filter(({severity}) => severity === 'error');
    expect(errors.map(({line, message}) => [source.split('\n')[line - 1], message])).toEqual([]);
  });
});

describe('wrong commands of kubectl', () => {
  it('are many', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(60);
  });

  it.each(wrong)('are found by %s: %s', (rule, command) => {
    const findings = lint([{path: 'page.md', source: blockOf(command)}]);
    expect(findings.map(finding => finding.rule)).toContain(rule);
  });
});

function blockOf(command: string): string {
  return `\`\`\`bash\n${command}\n\`\`\`\n`;
}

function linesOf(name: string): readonly string[] {
  const text = readFileSync(join(__dirname, '__fixtures__', name), 'utf8');
  return text.split('\n').filter(line => line !== '');
}
