import {mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {cli, folderWith} from './cli';

const PAGE = `---
title: Remembered
runbook:
  inputs:
    POD: {description: The pod, type: k8s-name}
    TOKEN: {description: The token, type: secret}
---

\`\`\`bash {"name":"look"}
echo "pod=$POD"
\`\`\`

\`\`\`bash {"name":"sign"}
test -n "$TOKEN"
\`\`\`
`;

const CONTEXTS = 'contexts: [{name: a, context: {}}, {name: b, context: {}}]';

function scene() {
  const cwd = folderWith(PAGE);
  const kubeconfig = join(cwd, 'kubeconfig');
  writeFileSync(kubeconfig, CONTEXTS);
  const env = {HOME: cwd, KUBECONFIG: kubeconfig};
  const file = join(cwd, '.local', 'state', 'runbook', 'answers.json');
  const run = (typed: string, ...args: readonly string[]) =>
    cli(['run', 'page#look', ...args], {cwd, env, typed});
  return {cwd, env, file, run};
}

describe('the answers of earlier runs', () => {
  it('are offered again in the same kube context, and taken with Enter', async () => {
    const {run} = scene();
    expect((await run('web-0\n', '--context', 'a')).stdout).toBe('pod=web-0\n');
    const again = await run('\n', '--context', 'a');
    expect(again.stdout).toBe('pod=web-0\n');
    expect(again.stderr).toContain('POD [web-0, as last time]: ');
    const elsewhere = await run('web-1\n', '--context', 'b');
    expect(elsewhere.stderr).not.toContain('as last time');
    expect((await run('\n', '--context', 'a')).stdout).toBe('pod=web-0\n');
  });

  it('are kept where nobody else can read them, without those that are secret', async () => {
    const {cwd, env, file, run} = scene();
    await run('web-0\n');
    await cli(['run', 'page#sign'], {cwd, env, typed: 'hunter2\n'});
    expect({
      text: JSON.parse(readFileSync(file, 'utf8')),
      mode: statSync(file).mode & 0o777,
    }).toEqual({
      text: {'': {page: {POD: 'web-0'}}},
      mode: 0o600,
    });
  });

  it('are neither offered nor kept with --no-remember', async () => {
    const {file, run} = scene();
    await run('web-0\n');
    const kept = readFileSync(file, 'utf8');
    const {stderr} = await run('web-1\n', '--no-remember');
    expect(stderr).not.toContain('as last time');
    expect(readFileSync(file, 'utf8')).toBe(kept);
  });

  it('are passed over where they do not fit, and where the file is damaged', async () => {
    const {cwd, file, run} = scene();
    mkdirSync(join(cwd, '.local', 'state', 'runbook'), {recursive: true});
    for (const text of ['{"": {"page": {"POD": "$(id)"}}}', '{"": 3}', '{', '\0']) {
      writeFileSync(file, text);
      const {stdout, stderr} = await run('web-0\n');
      expect({stdout, offers: stderr.includes('as last time')}).toEqual({
        stdout: 'pod=web-0\n',
        offers: false,
      });
    }
  });
});
