import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {projectOf} from './cli/project';
import {runMain} from './cli/run-main';

const root = join(__dirname, '..');
const read = (file: string) => parse(readFileSync(join(root, file), 'utf8'));

type Step = {readonly shell: string; readonly run: string; readonly env: Record<string, string>};
type Action = {
  readonly inputs: Record<string, {readonly default: string}>;
  readonly runs: {readonly using: string; readonly steps: readonly Step[]};
};

const action: Action = read('action.yml');
const hooks: readonly {readonly id: string; readonly entry: string; readonly files: string}[] =
  read('.pre-commit-hooks.yaml');

/** What the step of the action hands to `npx`, each argument on a line of its own. */
function argumentsOf(inputs: Readonly<Record<string, string>>): readonly string[] {
  const [step] = action.runs.steps;
  if (step === undefined) throw new Error('no step');
  const bin = projectOf({});
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nprintf '%s\\n' "$@"\n`, {mode: 0o755});
  const value = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? '';
  const env = Object.entries(step.env).map(([name, text]) => [
    name,
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => value(input)),
  ]);
  const {status, stdout, stderr} = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
    {
      env: {...Object.fromEntries(env), PATH: `${bin}${delimiter}${process.env['PATH']}`},
      encoding: 'utf8',
    },
  );
  expect({status, stderr}).toEqual({status: 0, stderr: ''});
  return stdout.split('\n').slice(0, -1);
}

const NPX = ['--yes', '--package', 'howlerops-runbooks@latest', '--', 'runbook', 'lint'];

describe('the action for GitHub', () => {
  it('reads each of its inputs', () => {
    const [step] = action.runs.steps;
    const used = Object.values(step?.env ?? {}).map(text => /inputs\.([\w-]+)/.exec(text)?.[1]);
    expect(used).toEqual(Object.keys(action.inputs));
  });

  it('lints what the configuration names if nothing is said', () => {
    expect(argumentsOf({})).toEqual([...NPX, '--format=github', '--fail-on=error', '--']);
  });

  it('hands on everything that is said, each path as one argument', () => {
    const inputs = {
      paths: 'docs/on call\n\n-weird.md\n$(touch x)\n',
      version: '1.2.3',
      format: 'sarif',
      output: 'out put.sarif',
      'fail-on': 'warning',
      changed: 'origin/main',
      config: 'ci/runbook.yaml',
    };
    expect(argumentsOf(inputs)).toEqual([
      ...NPX.map(word => word.replace('latest', '1.2.3')),
      '--format=sarif',
      '--fail-on=warning',
      '--output=out put.sarif',
      '--changed=origin/main',
      '--config=ci/runbook.yaml',
      '--',
      'docs/on call',
      '-weird.md',
      '$(touch x)',
    ]);
  });

  it('gives arguments that the command takes', async () => {
    const cwd = projectOf({'on call/a.md': '# A\n', 'runbook.config.yaml': ''});
    const args = argumentsOf({paths: 'on call', output: 'out.sarif', format: 'sarif'});
    const {code, stderr} = await runMain(args.slice(NPX.indexOf('lint')), cwd);
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
  });
});

describe('the hooks for pre-commit', () => {
  const page = '# Pods\n\n```bash\nkubectl logs -n shop -l app=web | grep panic\n```\n';

  it('call the program that the package brings', () => {
    const {bin} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const {entry} of hooks) expect(Object.keys(bin)).toContain(entry.split(' ')[0]);
  });

  it('lint the files that are named', async () => {
    const cwd = projectOf({'on call.md': page, 'b.md': page});
    const {code, stdout} = await runMain([...argv('runbook-lint'), 'on call.md'], cwd);
    expect({code, lines: stdout.match(/^\S.*:4:\d+ error/gm)?.length}).toEqual({code: 1, lines: 1});
  });

  it('mend the files that are named, and no others', async () => {
    const cwd = projectOf({'a.md': page, 'b.md': page});
    await runMain([...argv('runbook-lint-fix'), 'a.md'], cwd);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('--tail=-1 --prefix');
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(page);
  });

  it('take Markdown of every kind', () => {
    for (const {files} of hooks) {
      const taken = ['a.md', 'b/c.mdx', 'd.markdown', 'e.mdown', 'md'].filter(name =>
        new RegExp(files).test(name),
      );
      expect(taken).toEqual(['a.md', 'b/c.mdx', 'd.markdown']);
    }
  });

  function argv(id: string): readonly string[] {
    const hook = hooks.find(candidate => candidate.id === id);
    return hook?.entry.split(' ').slice(1) ?? [];
  }
});
