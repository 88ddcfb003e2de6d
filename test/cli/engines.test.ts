import {describe, expect, it} from 'vitest';
import {projectOf} from './project';
import {runMain} from './run-main';

const PAGE = `# Pods

1. Look:

   \`\`\`bash
   kubectl get pods -n shop -o json | jq -r '.items[] | selct(.ready)'
   sudo bash -c "jq '.items[' pods.json"
   psql app -c "SELECT * FORM jobs"
   \`\`\`
`;

describe('programs in other languages', () => {
  it('are read by jq and by Postgres, and reported at their places', async () => {
    const {code, stdout} = await runMain(['lint', '--format', 'json'], projectOf({'a.md': PAGE}));
    const {findings}: {readonly findings: readonly Readonly<Record<string, unknown>>[]} =
      JSON.parse(stdout);
    expect(code).toBe(1);
    expect(
      findings.map(
        ({line, column, endColumn, severity, message}) =>
          `${line}:${column}-${endColumn} ${severity} ${message}`,
      ),
    ).toEqual([
      '6:57-62 error Found `selct/1`, which jq does not define, expected `select`.',
      '7:28-29 error Found the end of a program of jq after `[`, expected a filter.',
      '8:26-30 warning Found `FORM` in SQL, expected what Postgres can read there.',
    ]);
  });

  it('can be silenced, and a comment that silences nothing is found', async () => {
    const silenced = (script: string) =>
      `\`\`\`bash\n# runbook-ignore tool/no-jq-syntax-error -- a dialect\n${script}\n\`\`\`\n`;
    const cwd = projectOf({'a.md': silenced("jq '.items['"), 'b.md': silenced("jq '.items'")});
    const {stdout} = await runMain(['lint'], cwd);
    expect(stdout).toContain('b.md:2:');
    expect(stdout).not.toContain('a.md');
  });
});
