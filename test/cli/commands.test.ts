import {chmodSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {commandNames} from '../../src/cli/commands';
import {registryJsonSchema} from '../../src/core';
import {projectOf} from './project';
import {runMain} from './run-main';

const repository = join(__dirname, '../..');

const PODS = [
  '---',
  'title: Pods',
  'runbook:',
  '  alert: PodCrashLooping',
  '  severity: critical',
  '---',
  '',
  '```bash {"name":"list-pods"}',
  'kubectl get pods -n shop',
  '```',
  '',
].join('\n');

describe('runbook', () => {
  it('shows its commands and ends with 2 when none is given', async () => {
    const {code, stdout, stderr} = await runMain([], repository);
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain('runbook lint [paths…]');
  });

  it('names the nearest command for a mistyped one', async () => {
    expect(await runMain(['lnit'], repository)).toEqual({
      code: 2,
      stdout: '',
      stderr: `runbook: \`lnit\` is no command, expected one of ${commandNames.join(', ')}.\nDid you mean \`runbook lint\`?\n`,
    });
  });

  it('names the nearest option for a mistyped one', async () => {
    expect(await runMain(['lint', '--formt', 'json'], repository)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'runbook: `--formt` is no option of `runbook lint`.\nDid you mean `--format`?\n',
    });
  });

  it.each(commandNames)('helps with %s', async name => {
    const {code, stdout} = await runMain([name, '--help'], repository);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: runbook ${name}`);
  });
});

describe('runbook list', () => {
  it('lists the runbooks of a folder that has never heard of us', async () => {
    const cwd = projectOf({'docs/pods.md': PODS, 'README.md': '# Hello\n'});
    expect(await runMain(['list'], cwd)).toEqual({
      code: 0,
      stdout:
        'RUNBOOK  SEVERITY  ALERTS           STEPS  TITLE\npods     critical  PodCrashLooping  1      Pods\n',
      stderr: '',
    });
  });

  it('prints the registry of our own pages, which its schema fits', async () => {
    const {code, stdout} = await runMain(['list', '--json'], repository);
    const registry: unknown = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(registry).toMatchObject({version: 1});
    expect(registryJsonSchema()).toMatchObject({type: 'object', required: ['version', 'runbooks']});
  });

  it('names the file, line and column of a mistake in the configuration', async () => {
    const cwd = projectOf({
      'runbook.config.yaml': 'paths: [docs]\nrules:\n  shell/no-such-rule: off\n',
    });
    const {code, stderr} = await runMain(['list'], cwd);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^runbook: runbook\.config\.yaml:3:\d+: /);
  });
});

describe('runbook show', () => {
  it('finds a runbook by its alert in any case', async () => {
    const cwd = projectOf({'docs/pods.md': PODS});
    const {code, stdout} = await runMain(['show', 'podcrashlooping'], cwd);
    expect(code).toBe(0);
    expect(stdout).toContain('Run it: runbook run pods');
  });

  it('prints the exact script of a step', async () => {
    const cwd = projectOf({'docs/pods.md': PODS});
    expect(await runMain(['show', 'docs/pods.md#list-pods'], cwd)).toEqual({
      code: 0,
      stdout: 'pods#list-pods  (command, read)\ndocs/pods.md:8\n\n  kubectl get pods -n shop\n',
      stderr: '',
    });
  });

  it.each([
    ['pds', 'runbook: There is no runbook `pds`.\nDid you mean `pods`?\n'],
    ['pods#list-pod', 'runbook: `pods` has no step `list-pod`.\nDid you mean `pods#list-pods`?\n'],
  ])('says what is near %s', async (name, stderr) => {
    const cwd = projectOf({'docs/pods.md': PODS});
    expect(await runMain(['show', name], cwd)).toEqual({code: 2, stdout: '', stderr});
  });

  it('asks for a path when two runbooks share a name', async () => {
    const cwd = projectOf({'a/pods.md': PODS, 'b/pods.md': PODS});
    const {code, stderr} = await runMain(['show', 'pods'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('a/pods.md, b/pods.md');
  });
});

describe('runbook lint', () => {
  const BROKEN = '# Pods\n\n```bash\nkubectl logs -n shop -l app=web | grep panic\n```\n';

  it('has nothing to say of our own pages', async () => {
    expect(await runMain(['lint', '--fail-on', 'info'], repository)).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  it('reports by path, line and column, and ends with 1', async () => {
    const cwd = projectOf({'pods.md': BROKEN});
    const {code, stdout} = await runMain(['lint', 'pods.md'], cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^pods\.md:4:22 error .* \[kubectl\/no-truncated-logs\]\n/);
  });

  it('prints JSON with the same exit code', async () => {
    const cwd = projectOf({'pods.md': BROKEN});
    const {code, stdout} = await runMain(['lint', '--format', 'json'], cwd);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      findings: [{rule: 'kubectl/no-truncated-logs', severity: 'error', path: 'pods.md', line: 4}],
      summary: {files: 1, errors: 1, warnings: 0, infos: 0},
    });
  });

  it('mends what is safe with --fix', async () => {
    const cwd = projectOf({'pods.md': BROKEN});
    const {code} = await runMain(['lint', '--fix'], cwd);
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'pods.md'), 'utf8')).toContain('--tail=-1');
  });

  it('lints the others when one file cannot be read', async () => {
    const cwd = projectOf({'a.md': BROKEN, 'b.md': BROKEN});
    chmodSync(join(cwd, 'a.md'), 0);
    const {code, stdout} = await runMain(['lint'], cwd);
    expect(code).toBe(1);
    expect(stdout).toContain('b.md:4:22');
    // Root reads everything.
    if (process.getuid?.() !== 0) expect(stdout).toContain('Found no permission to read it');
  });

  it('shows paths as seen from the working directory', async () => {
    const cwd = projectOf({
      'runbook.config.yaml': 'paths: [docs]\n',
      'docs/pods.md': BROKEN,
      'src/x': '',
    });
    const {stdout} = await runMain(['lint'], join(cwd, 'src'));
    expect(stdout).toMatch(/^\.\.\/docs\/pods\.md:4:22 /);
  });

  it.each([
    [['lint', 'no-such-folder'], 'There is no file or folder `no-such-folder`.'],
    [
      ['lint', '--format', 'xml'],
      '`--format xml` is not known, expected one of text, json, sarif, github, junit.',
    ],
    [['lint', '--fail-on', 'never'], '`--fail-on never` is not known'],
    [['lint', '--config', 'nowhere.yaml'], 'No configuration could be read from `nowhere.yaml`.'],
  ])('refuses %j before anything is checked', async (argv, message) => {
    const cwd = projectOf({'pods.md': BROKEN});
    const {code, stdout, stderr} = await runMain(argv, cwd);
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain(message);
  });

  it('says that a folder without Markdown has nothing to lint', async () => {
    const {code, stderr} = await runMain(['lint'], projectOf({'a.txt': ''}));
    expect(code).toBe(2);
    expect(stderr).toContain('There is no Markdown file in the project.');
  });
});

describe('runbook explain', () => {
  it('says why a rule exists', async () => {
    const {code, stdout} = await runMain(['explain', 'kubectl/no-truncated-logs'], repository);
    expect(code).toBe(0);
    expect(stdout).toContain('Bad: ');
  });

  it('finds a rule by its name alone', async () => {
    const {code, stderr} = await runMain(['explain', 'no-truncated-logs'], repository);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean `kubectl/no-truncated-logs`?');
  });
});
