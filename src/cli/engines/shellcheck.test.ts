import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {spawn} from '../../runner';
import {UserError} from '../user-error';
import {runShellcheck} from './shellcheck';

const program = process.env['SHELLCHECK'] ?? 'shellcheck';
const isThere = spawnSync(program, ['--version']).status === 0;
const isSkipped = !isThere && process.env['CI'] !== 'true';
if (isSkipped)
  process.stdout.write('The ShellCheck engine is not tested: no shellcheck, set SHELLCHECK\n');

const options = {spawn, env: process.env, program};

describe.skipIf(isSkipped)('runShellcheck', {timeout: 30_000}, () => {
  it('gives its comments at their places in the files', async () => {
    const {findings} = await runShellcheck(
      [
        {
          path: 'a.md',
          source: '1. Restart:\n\n   ```bash\n   echo "😀 é"; cat $(cat list)\n   ```\n',
        },
        {path: 'b.md', source: '# None\n'},
        {path: 'c.md', source: '```console\n$ cd /srv\n$ ls\n```\n\n```sh\nfoo = 3\n```\n'},
      ],
      options,
    );
    expect(
      findings.map(
        ({rule, severity, path, line, column, endLine, endColumn}) =>
          `${path}:${line}:${column}-${endLine}:${endColumn} ${severity} ${rule}`,
      ),
    ).toEqual([
      'a.md:4:21-4:32 warning shellcheck/SC2046',
      'c.md:2:3-2:10 warning shellcheck/SC2164',
      'c.md:7:5-7:6 warning shellcheck/SC2283',
    ]);
    expect(findings[0]).toMatchObject({
      message: 'Quote this to prevent word splitting.',
      help: 'https://www.shellcheck.net/wiki/SC2046',
    });
  });

  it('is silent about inputs, about style, and about blocks that are broken anyway', async () => {
    const source = `---
runbook:
  inputs:
    pod_name: {description: The pod}
---

\`\`\`bash {"name":"logs"}
kubectl logs "$pod_name"
for i in $(ls); do echo $i; done
\`\`\`

\`\`\`bash
if true; then kill $(pgrep web)
\`\`\`
`;
    expect((await runShellcheck([{path: 'page.md', source}], options)).findings).toEqual([]);
  });

  it('asks for the codes of the configuration, in its severities', async () => {
    const files = [{path: 'a.md', source: '```bash\ncd /srv\nls $dir\ncat $(cat list)\n```\n'}];
    const rules = {
      'shellcheck/SC2164': {severity: 'off'},
      'shellcheck/SC2046': {severity: 'error'},
      'shellcheck/SC2086': {severity: 'info'},
    } as const;
    const {findings} = await runShellcheck(files, {...options, rules});
    expect(findings.map(({severity, rule, line}) => `${line} ${severity} ${rule}`)).toEqual([
      '3 info shellcheck/SC2086',
      '3 warning shellcheck/SC2154',
      '4 error shellcheck/SC2046',
    ]);
  });

  it('reads placeholders as words', async () => {
    const source = '```bash\nkubectl logs <pod name> -n <ns>\n```\n';
    expect((await runShellcheck([{path: 'page.md', source}], options)).findings).toEqual([]);
  });
});

describe('runShellcheck without ShellCheck', () => {
  it('says what to do', async () => {
    const files = [{path: 'a.md', source: '```bash\nls\n```\n'}];
    const missing = {...options, program: '/nowhere/shellcheck'};
    await expect(runShellcheck(files, missing)).rejects.toThrow(UserError);
    await expect(runShellcheck(files, missing)).rejects.toThrow(
      /`\/nowhere\/shellcheck` could not/,
    );
  });

  it('starts nothing where there is no shell block', async () => {
    const missing = {...options, program: '/nowhere/shellcheck'};
    const {findings} = await runShellcheck([{path: 'a.md', source: '# Title\n'}], missing);
    expect(findings).toEqual([]);
  });
});
