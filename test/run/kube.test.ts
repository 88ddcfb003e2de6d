import {chmodSync, existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {cli, folderWith} from './cli';

const PAGE = `---
title: Kube
runbook:
  inputs:
    POD:
      description: The pod
      type: k8s-name
      example: web-1
---

## Diagnosis

\`\`\`bash {"name":"where"}
kubectl config current-context
\`\`\`

## Resolution

\`\`\`bash {"name":"restart"}
kubectl rollout restart deployment/web
\`\`\`

\`\`\`bash {"name":"drop"}
kubectl delete namespace "$POD"
\`\`\`

\`\`\`bash {"name":"elsewhere"}
echo quiet
\`\`\`
`;

const KUBECONFIG = `
current-context: prod-eu
contexts:
  - {name: prod-eu, context: {cluster: a, user: u, namespace: shop}}
  - {name: staging, context: {cluster: a, user: u}}
clusters: [{name: a, cluster: {server: "https://127.0.0.1:1", certificate-authority: ca.pem}}]
users: [{name: u, user: {token: t0ken}}]
`;

/** Tells where its kubeconfig is, and what it says. */
const KUBECTL = `#!/bin/sh
echo "args $*"
stat -c 'mode %a' "$KUBECONFIG" "$(dirname "$KUBECONFIG")"
grep -e current-context -e certificate-authority -e '- name' "$KUBECONFIG"
echo "file $KUBECONFIG"
`;

function scene() {
  const cwd = folderWith(PAGE);
  const file = join(cwd, '.kube', 'config');
  mkdirSync(join(cwd, 'bin'));
  mkdirSync(dirname(file));
  writeFileSync(file, KUBECONFIG);
  writeFileSync(join(cwd, 'bin', 'kubectl'), KUBECTL);
  chmodSync(join(cwd, 'bin', 'kubectl'), 0o755);
  const env = {HOME: cwd, PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`, TMPDIR: cwd};
  return {cwd, env, file};
}

describe('the kube context of a run', () => {
  it('is fixed at the start, in a private kubeconfig that is gone afterwards', async () => {
    const {cwd, env} = scene();
    const {code, stdout, stderr} = await cli(['run', 'page#where'], {cwd, env});
    const copy = /^file (.*)$/m.exec(stdout)?.[1] ?? '';
    expect({code, copy, left: existsSync(dirname(copy))}).toEqual({
      code: 0,
      copy: expect.stringMatching(/runbook-kube-[^/]+\/config$/),
      left: false,
    });
    expect(stdout.replace(copy, '<copy>').replaceAll(cwd, '<home>')).toMatchInlineSnapshot(`
      "args config current-context
      mode 600
      mode 700
      current-context: prod-eu
        - name: prod-eu
        - name: a
            certificate-authority: <home>/.kube/ca.pem
        - name: u
      file <copy>
      "
    `);
    expect(stderr).toContain('\ncontext prod-eu, namespace shop\n');
  });

  it('is asked about before a change, and typed before a destroy that names no object', async () => {
    const {cwd, env} = scene();
    const change = await cli(['run', 'page#restart', '--context', 'staging'], {
      cwd,
      env,
      typed: 'y\n',
    });
    expect(change.code).toBe(0);
    expect(change.stderr).toContain(
      `(effect \`change\`). It runs in ${cwd}, against context staging, namespace default:`,
    );
    expect(change.stdout).toContain('current-context: staging\n');
    const destroy = ['run', 'page#drop', '--set', 'POD=old'];
    const wrong = await cli(destroy, {cwd, env, typed: 'drop\n'});
    expect({code: wrong.code, stdout: wrong.stdout}).toEqual({code: 1, stdout: ''});
    expect(wrong.stderr).toContain('Type `old`, the object, to run it');
    const right = await cli(destroy, {cwd, env, typed: 'old\n'});
    expect(right.stdout).toContain('args delete namespace old\n');
  });

  it('must exist', async () => {
    const {cwd, env, file} = scene();
    const run = (...args: readonly string[]) => cli(['run', 'page#where', ...args], {cwd, env});
    expect(await run('--context', 'prod')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('There is no kube context `prod`.'),
    });
    expect((await run('--context', 'stagin')).stderr).toContain('Did you mean `staging`?');
    writeFileSync(file, 'current-context: gone');
    expect((await run()).stderr).toContain('The current kube context `gone` does not exist.');
    writeFileSync(file, 'contexts: 3');
    expect((await run()).stderr).toContain(`\`${file}\` could not be read: it is no kubeconfig.`);
  });

  it('stands in the dry run and in the events, and only where a command uses it', async () => {
    const {cwd, env} = scene();
    const dry = await cli(['run', 'page#where', '--dry-run'], {cwd, env});
    expect(dry.stdout).toContain('\ncontext prod-eu, namespace shop\n');
    const events = async (step: string) => {
      const args = ['run', `page#${step}`, '--dry-run', '--format', 'ndjson'];
      return JSON.parse((await cli(args, {cwd, env})).stdout).kube;
    };
    expect([await events('where'), await events('elsewhere')]).toEqual([
      {context: 'prod-eu', namespace: 'shop'},
      null,
    ]);
  });

  it('decides what a policy demands, before anything starts', async () => {
    const {cwd, env} = scene();
    const rule = '{context: prod-*, effect: destroy, require: [allow, terminal]}';
    writeFileSync(join(cwd, 'runbook.config.yaml'), `policy: [${rule}]\n`);
    const args = ['run', 'page#drop', '--set', 'POD=old'];
    const alone = await cli([...args, '--yes', '--allow', 'destroy'], {cwd, env});
    expect(alone).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(
        '- The policy says that a `destroy` in `prod-*` needs a person: run drop in a terminal.\n',
      ),
    });
    const bare = await cli(args, {cwd, env, typed: 'old\n'});
    expect(bare.stderr).toContain(
      '- The policy says that a `destroy` in `prod-*` needs `--allow`: agree to drop with `--allow destroy`.\n',
    );
    const allowed = await cli([...args, '--allow', 'destroy'], {cwd, env, typed: 'old\n'});
    expect(allowed.stdout).toContain('args delete namespace old\n');
    const elsewhere = await cli([...args, '--context', 'staging'], {cwd, env, typed: 'old\n'});
    expect(elsewhere.code).toBe(0);
  });

  it('leaves commands as they are where there is no kubeconfig', async () => {
    const {cwd, env} = scene();
    const {code, stdout} = await cli(['run', 'page#where'], {cwd, env: {...env, HOME: '/none'}});
    expect({code, file: /^file (.*)$/m.exec(stdout)?.[1]}).toEqual({code: 0, file: ''});
  });
});
