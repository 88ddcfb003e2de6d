import {describe, expect, it} from 'vitest';
import {lint} from './lint';

const BLOCK = '```bash\nkubectl describe pod POD_NAME\n\nkubectl logs POD_NAME\n```\n';
const RULE = 'shell/no-bare-placeholder';

describe('a comment that silences', () => {
  it('covers the block below an HTML comment', () => {
    expect(places(`<!-- runbook-ignore ${RULE} -- an exercise -->\n\n${BLOCK}`)).toEqual([]);
  });

  it('covers the next line inside a block', () => {
    const source = BLOCK.replace('bash\n', `bash\n# runbook-ignore ${RULE} -- an exercise\n`);
    expect(places(source)).toEqual([`5:14 ${RULE}`]);
  });

  it('covers its own line behind a command', () => {
    const source = BLOCK.replace('NAME\n', `NAME # runbook-ignore ${RULE} -- an exercise\n`);
    expect(places(source)).toEqual([`4:14 ${RULE}`]);
  });

  it('covers the whole file', () => {
    expect(places(`${BLOCK}\n<!-- runbook-ignore-file ${RULE} -- exercises -->\n`)).toEqual([]);
  });

  it('names several rules, and each has to be needed', () => {
    const source = `<!-- runbook-ignore ${RULE}, kubectl/no-editor -- an exercise -->\n${BLOCK}`;
    expect(places(source)).toEqual(['1:1 runbook/no-unused-ignore']);
  });

  it('silences nothing without a reason', () => {
    expect(places(`<!-- runbook-ignore ${RULE} -->\n${BLOCK}`)).toEqual([
      '1:1 runbook/require-ignore-reason',
      `3:22 ${RULE}`,
      `5:14 ${RULE}`,
    ]);
  });

  it('is not unused when its rule is off', () => {
    const source = `<!-- runbook-ignore ${RULE} -- an exercise -->\n\nText\n`;
    expect(lint([{path: 'a.md', source}], {rules: {[RULE]: 'off'}})).toEqual([]);
  });

  it('covers up to the day that it names, which is part of it', () => {
    const source = `<!-- runbook-ignore ${RULE} until 2026-03-31 -- an exercise -->\n${BLOCK}`;
    expect(places(source)).toEqual([]);
    expect(places(source, '2026-03-31')).toEqual([]);
    expect(places(source, '2026-04-01')).toEqual([
      '1:1 runbook/no-expired-ignore',
      `3:22 ${RULE}`,
      `5:14 ${RULE}`,
    ]);
  });

  it('covers a paragraph, but not the next one', () => {
    const rule = 'runbook/no-mojibake';
    const source = `<!-- runbook-ignore ${rule} -- an exhibit -->\na â†’ b\nc â†’ d\n\ne â†’ f\n`;
    expect(places(source)).toEqual([`5:3 ${rule}`]);
  });

  it('is a comment of MDX in an MDX file, and a text in any other', () => {
    const source = `{/* runbook-ignore ${RULE} -- an exercise */}\n\n${BLOCK}`;
    const found = (path: string) => lint([{path, source}]).map(({line, rule}) => `${line} ${rule}`);
    expect(found('a.mdx')).toEqual([]);
    expect(found('a.md')).toEqual([`4 ${RULE}`, `6 ${RULE}`]);
  });

  it('is a comment of MDX inside a paragraph, for what comes next', () => {
    const rule = 'runbook/no-mojibake';
    const source = `Text {/* runbook-ignore ${rule} -- an exhibit */}\n\na â†’ b\n\nc â†’ d\n`;
    expect(lint([{path: 'a.mdx', source}]).map(({line}) => line)).toEqual([5]);
  });

  it('is no expression of MDX that does something else', () => {
    const source = `{/* runbook-ignore ${RULE} -- an exercise */ 1}\n\n${BLOCK}`;
    expect(lint([{path: 'a.mdx', source}]).map(({line}) => line)).toEqual([4, 6]);
  });

  it('silences what another engine says, used or not', () => {
    const comment = '<!-- runbook-ignore shellcheck/SC2046 -- two words are meant -->';
    const files = [{path: 'a.md', source: `${comment}\n\n${BLOCK}`}];
    const finding = {
      rule: 'shellcheck/SC2046',
      severity: 'warning',
      path: 'a.md',
      line: 4,
      column: 1,
      endLine: 4,
      endColumn: 8,
      message: 'Quote this to prevent word splitting.',
      help: 'https://www.shellcheck.net/wiki/SC2046',
    } as const;
    const rules = {[RULE]: 'off'} as const;
    const found = (findings: readonly (typeof finding)[]) =>
      lint(files, {rules, engineFindings: {rules: [finding.rule], findings}}).map(
        ({line, rule}) => `${line} ${rule}`,
      );
    expect(lint(files, {rules})).toEqual([]);
    expect(found([finding])).toEqual([]);
    expect(found([])).toEqual(['1 runbook/no-unused-ignore']);
  });

  it('covers every finding that one of many such comments stands for', () => {
    const line = `kubectl logs POD_NAME # runbook-ignore ${RULE} -- an exercise\n`;
    const source = `\`\`\`bash\n${line.repeat(50)}kubectl logs POD_NAME\n\`\`\`\n`;
    expect(places(source)).toEqual([`52:14 ${RULE}`]);
  });

  it('stands in front matter too', () => {
    const rule = 'runbook/no-mojibake';
    const source = `---\n# runbook-ignore ${rule} -- an exhibit\ntitle: a â†’ b\n---\n\nText\n`;
    expect(places(source)).toEqual([]);
  });

  it('covers the next line of a rule file', () => {
    const source =
      'groups:\n  - name: a\n    rules:\n      - record: a:b\n        # runbook-ignore promql/no-syntax-error -- rendered later\n        expr: sum(\n';
    expect(lint([{path: 'rules.yml', source}])).toEqual([]);
  });
});

function places(source: string, today?: string): readonly string[] {
  return lint([{path: 'a.md', source}], {...(today !== undefined && {today})}).map(
    ({line, column, rule}) => `${line}:${column} ${rule}`,
  );
}
