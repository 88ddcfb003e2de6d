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

  it('covers the next line of a rule file', () => {
    const source =
      'groups:\n  - name: a\n    rules:\n      - record: a:b\n        # runbook-ignore promql/no-syntax-error -- rendered later\n        expr: sum(\n';
    expect(lint([{path: 'rules.yml', source}])).toEqual([]);
  });
});

function places(source: string): readonly string[] {
  return lint([{path: 'a.md', source}]).map(({line, column, rule}) => `${line}:${column} ${rule}`);
}
