import {spawnSync} from 'node:child_process';
import {chmodSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {describe, expect, it} from 'vitest';
import {cli} from '../run/cli';
import {projectOf} from './project';

const PAGE = [
  '---',
  'title: Pods',
  'runbook:',
  '  alert: PodCrashLooping',
  '  inputs:',
  '    POD:',
  '      description: The pod',
  '---',
  '',
  '## Diagnosis',
  '',
  '```bash {"name":"logs"} title="The last lines"',
  'kubectl logs "$POD"',
  '```',
  '',
  '```bash {"name":"restart"}',
  'kubectl rollout restart deployment/web',
  '```',
  '',
].join('\n');

const FILES = {'docs/pod-crash.md': PAGE, 'docs/pod-pending.md': PAGE.replace('Looping', 'Ed')};

async function complete(...words: readonly string[]): Promise<readonly string[]> {
  const {code, stdout, stderr} = await cli(['__complete', '--', ...words], {cwd: projectOf(FILES)});
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  return stdout.split('\n').filter(line => line !== '');
}

describe('completion', () => {
  it('offers commands, without the one that is for scripts', async () => {
    expect(await complete('li')).toEqual([
      'lint\tCheck commands, queries and structure of runbooks',
      'list\tList the runbooks of the project',
    ]);
    expect(await complete('__')).toEqual([]);
  });

  it('offers runbooks by slug and by alert, in any case', async () => {
    expect(await complete('run', 'pod')).toEqual([
      'pod-crash\tPods',
      'PodCrashLooping\tPods',
      'pod-pending\tPods',
      'PodCrashEd\tPods',
    ]);
    expect(await complete('export', 'podcrashl')).toEqual(['PodCrashLooping\tPods']);
  });

  it('offers the steps of a runbook, with their effect', async () => {
    const steps = ['pod-crash#logs\tread: The last lines', 'pod-crash#restart\tchange'];
    expect(await complete('run', 'pod-crash#')).toEqual(steps);
    expect(await complete('show', 'PodCrashLooping#re')).toEqual([
      'PodCrashLooping#restart\tchange',
    ]);
    expect(await complete('run', 'pod-crash', '--from', 'l')).toEqual([
      'logs\tread: The last lines',
    ]);
    expect(await complete('run', 'pod-crash', '--only', 'logs,re')).toEqual([
      'logs,resolution\tphase',
      'logs,restart\tchange',
    ]);
  });

  it('offers options, their values and the inputs of the runbook', async () => {
    expect(await complete('run', 'pod-crash', '--dry')).toEqual([
      '--dry-run\tPrint the plan and start nothing',
    ]);
    expect(await complete('run', '--allow', '')).toEqual(['read\t', 'change\t', 'destroy\t']);
    expect(await complete('run', '--format=n')).toEqual(['--format=ndjson\t']);
    expect(await complete('run', 'pod-crash', '--set', '')).toEqual(['POD=\tThe pod']);
    expect(await complete('completion', 'z')).toEqual(['zsh\t']);
    expect(await complete('explain', 'runbook/no-dup')).not.toEqual([]);
  });

  it('says nothing where it does not know, or where the configuration is broken', async () => {
    expect(await complete('no-such-command', 'x')).toEqual([]);
    expect(await complete('run', 'nothing#')).toEqual([]);
    const cwd = projectOf({'runbook.config.yaml': 'no: [such'});
    expect(await cli(['__complete', '--', 'run', ''], {cwd})).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('is refused for a shell that it does not know', async () => {
    expect(await cli(['completion', 'tcsh'], {cwd: projectOf({})})).toEqual({
      code: 2,
      stdout: '',
      stderr: 'runbook: `runbook completion tcsh`: expected one of bash, zsh, fish.\n',
    });
  });
});

/** A program `runbook` that says what it was asked, and answers as ours does. */
const STAND_IN = `#!/bin/sh
printf '%s|' "$@" >> asked
case "$*" in
  '__complete -- run pod-crash --set ') printf 'POD=\\tThe pod\\n' ;;
  *) printf 'pod-crash\\tPods: they crash\\npod-pending\\tPods\\n' ;;
esac
`;

async function shell(name: 'bash' | 'zsh' | 'fish', args: readonly string[], text: string) {
  const cwd = projectOf({runbook: STAND_IN});
  chmodSync(join(cwd, 'runbook'), 0o755);
  const {stdout} = await cli(['completion', name], {cwd});
  writeFileSync(join(cwd, 'script'), stdout);
  const env = {...process.env, PATH: `${cwd}:${process.env['PATH']}`};
  const ended = spawnSync(name, [...args, text], {cwd, env, encoding: 'utf8'});
  return {stdout: ended.stdout, stderr: ended.stderr};
}

function isMissing(name: string): boolean {
  const missing = spawnSync(name, ['-c', ':']).status !== 0;
  if (missing) process.stdout.write(`Completion is not tested in ${name}: it is not installed\n`);
  return missing;
}

describe('the script of completion', () => {
  it('completes in bash', async () => {
    const text = [
      'source ./script',
      'COMP_WORDS=(runbook run pod) COMP_CWORD=2',
      '_runbook runbook pod run',
      'printf "%s\\n" "${COMPREPLY[@]}"',
      'complete -p runbook',
      'COMP_WORDS=(runbook run pod-crash --set "") COMP_CWORD=4',
      '_runbook runbook "" --set',
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('\n');
    expect(await shell('bash', ['--norc', '-euo', 'pipefail', '-c'], text)).toEqual({
      stdout: 'pod-crash\npod-pending\ncomplete -o default -F _runbook runbook\nPOD=\n',
      stderr: '',
    });
  });

  it.skipIf(isMissing('zsh'))('is read by zsh', async () => {
    const text = 'autoload -U compinit && compinit -D && source ./script && print $_comps[runbook]';
    expect(await shell('zsh', ['-f', '-c'], text)).toEqual({stdout: '_runbook\n', stderr: ''});
  });

  it.skipIf(isMissing('fish'))('completes in fish', async () => {
    const text = "source ./script; complete -C 'runbook run pod'";
    expect(await shell('fish', ['--no-config', '-c'], text)).toEqual({
      stdout: 'pod-crash\tPods: they crash\npod-pending\tPods\n',
      stderr: '',
    });
  });
});
