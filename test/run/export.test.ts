import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import process from 'node:process';
import {describe, expect, it, onTestFinished} from 'vitest';
import {buildRegistry, lint} from '../../src/core';
import {shellScript} from '../../src/runner';
import {cli, folderWith} from './cli';

const shellcheck = process.env['SHELLCHECK'] ?? 'shellcheck';
const hasShellcheck = spawnSync(shellcheck, ['--version']).status === 0;
if (!hasShellcheck) {
  process.stdout.write('Exported scripts are not given to ShellCheck: set SHELLCHECK\n');
}

const FENCE = '```';

function step(tag: string, script: string, language = 'bash'): string {
  return `\n${FENCE}${language} ${tag}\n${script}\n${FENCE}\n`;
}

const INPUTS = [
  '---',
  'runbook:',
  '  inputs:',
  '    POD:',
  '      description: The "pod" of $HOME, {one} of `them`',
  '      type: k8s-name',
  '      example: web-1',
  '    LEVEL:',
  '      description: How loud',
  '      type: enum',
  "      values: [low, it's high]",
  '      default: low',
  '---',
  '',
].join('\n');

type Ended = {readonly code: number | null; readonly stdout: string; readonly stderr: string};

type Call = {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly typed?: string;
};

/** Exports the page, and runs the script with bash in the folder of the page. */
async function exported(page: string, {args = [], env = {}, typed = ''}: Call = {}) {
  const cwd = folderWith(page);
  const {code, stdout, stderr} = await cli(['export', 'page', '--to', 'sh'], {cwd});
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  writeFileSync(join(cwd, 'page.sh'), stdout);
  return {cwd, ...(await bash(cwd, {args, env, typed}))};
}

async function bash(cwd: string, {args = [], env = {}, typed = ''}: Call): Promise<Ended> {
  const child = spawn('bash', ['page.sh', ...args], {
    cwd,
    env: {PATH: process.env['PATH'], ...env},
  });
  const seen = {stdout: '', stderr: ''};
  child.stdout.on('data', chunk => (seen.stdout += String(chunk)));
  child.stderr.on('data', chunk => (seen.stderr += String(chunk)));
  child.stdin.on('error', () => {});
  child.stdin.end(typed);
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return {code, ...seen};
}

describe('runbook export --to sh', () => {
  it('does the steps in order, in one session, and stops at the first that fails', async () => {
    const page = [
      step('{"name":"first"}', 'export A="two\nlines"\nhello() { echo "hello $1"; }\ncd /'),
      step('{"name":"second","exit":"0,3"}', 'hello "$A"\npwd\nexit 3'),
      step('{"name":"third"}', 'false\necho not here'),
      step('{"name":"fourth"}', 'echo nor here'),
    ].join('');
    // Nobody knows what a function of its own does, so the runner and the script ask.
    const {code, stdout, stderr} = await exported(page, {typed: 'yes\n'});
    expect({code, stdout}).toEqual({code: 1, stdout: 'hello two\nlines\n/\n'});
    expect(stderr).toMatch(/== third \(read\)\nthird failed with exit code 1\.\n$/);
  });

  it('takes inputs from the environment only, and refuses one that does not fit', async () => {
    const page = INPUTS + step('{"name":"show"}', 'printf "%s|%s\\n" "$POD" "$LEVEL"');
    const missing = await exported(page);
    expect({code: missing.code, stdout: missing.stdout}).toEqual({code: 1, stdout: ''});
    expect(missing.stderr).toContain('POD: The "pod" of $HOME, {one} of `them`, such as web-1');
    const {cwd} = missing;
    expect(await bash(cwd, {env: {POD: 'web-1; rm x'}})).toEqual({
      code: 2,
      stdout: '',
      stderr: 'POD: expected the name of a Kubernetes object without its type.\n',
    });
    expect(await bash(cwd, {env: {POD: 'web-1', LEVEL: 'loud'}})).toEqual({
      code: 2,
      stdout: '',
      stderr: "LEVEL: expected one of low, it's high.\n",
    });
    expect((await bash(cwd, {env: {POD: 'web-1'}})).stdout).toBe('web-1|low\n');
    const loud = await bash(cwd, {env: {POD: 'web-1', LEVEL: "it's high"}});
    expect(loud.stdout).toBe("web-1|it's high\n");
  });

  it('does the steps that are named, and what they need, once', async () => {
    const page =
      step('{"name":"a"}', 'echo a') +
      step('{"name":"b","needs":"a"}', 'echo b') +
      step('{"name":"c.d","needs":"a,b","excludeFromRunAll":true}', 'echo c');
    const {cwd, stdout} = await exported(page);
    expect(stdout).toBe('a\nb\n');
    expect((await bash(cwd, {args: ['c.d']})).stdout).toBe('a\nb\nc\n');
    expect(await bash(cwd, {args: ['d']})).toEqual({
      code: 2,
      stdout: '',
      stderr: 'd is no step of this runbook; --list shows them.\n',
    });
    expect((await bash(cwd, {args: ['--list']})).stdout).toBe(
      '  a  (read)\n  b  (read)\n  c.d  (read)\n',
    );
  });

  it('asks before it changes something, and wants the name of the step before it destroys', async () => {
    const page =
      step('{"name":"write","effect":"change","undo":"remove"}', 'echo text > out.txt') +
      step('{"name":"remove","effect":"destroy","excludeFromRunAll":true}', 'rm out.txt');
    const {cwd, code, stderr} = await exported(page, {typed: 'yes\n'});
    expect(code).toBe(0);
    expect(stderr).toContain('echo text > out.txt');
    expect(existsSync(join(cwd, 'out.txt'))).toBe(true);
    const unsure = await bash(cwd, {args: ['remove'], typed: 'yes\n'});
    expect(unsure.code).toBe(1);
    expect(unsure.stderr).toContain('Stopped before remove.');
    expect(existsSync(join(cwd, 'out.txt'))).toBe(true);
    expect((await bash(cwd, {args: ['remove'], typed: 'remove\n'})).code).toBe(0);
    expect(existsSync(join(cwd, 'out.txt'))).toBe(false);
    expect((await bash(cwd, {args: ['write']})).code).toBe(1);
    expect((await bash(cwd, {args: ['write'], typed: 's\n'})).code).toBe(0);
    expect(existsSync(join(cwd, 'out.txt'))).toBe(false);
  });

  it('shows manual steps and takes an answer', async () => {
    const page = `# Page\n\n- [ ] Tell the owner's team.\n${step('{"name":"a"}', 'echo a')}`;
    const {cwd, code, stdout, stderr} = await exported(page, {typed: 'd\n'});
    expect({code, stdout}).toEqual({code: 0, stdout: 'a\n'});
    expect(stderr).toContain("Tell the owner's team.");
    expect(await bash(cwd, {})).toMatchObject({code: 1, stdout: ''});
  });

  it('keeps here-documents, comments and a last backslash of a script', async () => {
    const page =
      step('{"name":"a"}', 'cat <<EOF\n  indented ) text\nEOF\necho end # )') +
      step('{"name":"b"}', 'echo one \\') +
      step('{"name":"c"}', "printf '%s\\n' \"$0\" # it's sh", 'sh');
    expect(await exported(page)).toMatchObject({
      code: 0,
      stdout: '  indented ) text\nend\none\nc\n',
    });
  });

  it('ends background steps with everything they started', async () => {
    const page =
      step(
        '{"name":"serve","background":true,"ready":"log:up"}',
        'sleep 300 & echo $! > child.pid; echo up; wait',
      ) + step('{"name":"look","needs":"serve"}', 'echo looked');
    const {cwd, code, stdout} = await exported(page);
    expect({code, stdout}).toEqual({code: 0, stdout: 'looked\n'});
    const pid = readFileSync(join(cwd, 'child.pid'), 'utf8').trim();
    expect(spawnSync('kill', ['-0', pid]).status).toBe(1);
  });

  it('fails where a background step dies', async () => {
    const page = step('{"name":"serve","background":true,"ready":"log:up"}', 'echo no; exit 4');
    const {code, stderr} = await exported(page);
    expect(code).toBe(1);
    expect(stderr).toContain('A background step has ended too early. Its output:\nno\n');
  });

  it('refuses a page with a block that bash cannot read', async () => {
    const cwd = folderWith(step('{"name":"a"}', 'if true; then'));
    const {code, stdout, stderr} = await cli(['export', 'page'], {cwd});
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain('`page#a` is no script that can be exported');
  });
});

describe('a query in an exported script', () => {
  async function ask(
    tag: string,
    {
      expr = 'up',
      env = {},
      results,
    }: {expr?: string; env?: Record<string, string>; results: readonly string[]},
  ) {
    const queries: string[] = [];
    const server = createServer(({url}, response) => {
      const {searchParams} = new URL(url ?? '', 'http://localhost');
      const data = results[Math.min(queries.length, results.length - 1)];
      queries.push(searchParams.get('query') ?? '');
      response.end(`{"status":"success","data":${data}}`);
    });
    onTestFinished(() => void server.close());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const {code, stdout, stderr} = await exported(INPUTS + step(tag, expr, 'promql'), {
      env: {PROMETHEUS_URL: `http://127.0.0.1:${port}/`, ...env},
    });
    return {code, stdout, stderr, queries};
  }

  const vector = (...values: readonly string[]) =>
    JSON.stringify({
      resultType: 'vector',
      result: values.map((value, at) => ({metric: {pod: `p"${at}`}, value: [1700000000.5, value]})),
    });

  it('prints each sample', async () => {
    expect(await ask('{"name":"q"}', {results: [vector('0.25', 'NaN')]})).toMatchObject({
      code: 0,
      stdout: '{"pod":"p\\"0"}  0.25\n{"pod":"p\\"1"}  NaN\n',
    });
  });

  it('says that there is none', async () => {
    expect(await ask('{"name":"q"}', {results: [vector()]})).toMatchObject({
      code: 0,
      stdout: '(no series)\n',
    });
  });

  it.each([
    ['< 0.05', vector('0.01', '0.02'), 0],
    ['< 0.05', vector('0.01', '0.06'), 1],
    ['< 0.05', vector('NaN'), 1],
    ['< 0.05', vector(), 1],
    ['<0.05', '{"resultType":"scalar","result":[1,"0.01"]}', 0],
    ['> 1e3', vector('+Inf'), 0],
    ['== 0', vector('0'), 0],
    ['!= 0', vector('0'), 1],
    ['empty', vector(), 0],
    ['empty', vector('1'), 1],
    ['any', vector('1'), 0],
    ['any', vector(), 1],
  ])('expects %s of %s: exit code %i', async (expect_, data, expected) => {
    const {code} = await ask(`{"name":"q","expect":"${expect_}"}`, {results: [data]});
    expect(code).toBe(expected);
  });

  it('asks again until it is as expected', async () => {
    const {code, queries} = await ask('{"name":"q","expect":"> 0","within":"20s","every":"1s"}', {
      results: [vector('0'), vector('1')],
    });
    expect({code, asked: queries.length}).toEqual({code: 0, asked: 2});
  });

  it('quotes the value of an input for the string that it stands in', async () => {
    const page = {expr: 'up{a="$LEVEL", b=\'${LEVEL}\'}', results: [vector('1')]};
    const {queries} = await ask('{"name":"q"}', {...page, env: {LEVEL: "it's high"}});
    expect(queries).toEqual([String.raw`up{a="it's high", b='it\'s high'}`]);
  });
});

describe('the scripts of our own runbooks', () => {
  const folder = join(__dirname, '../../docs/runbooks');
  const {runbooks} = buildRegistry(
    readdirSync(folder).map(path => ({path, source: readFileSync(join(folder, path), 'utf8')})),
  );

  it.each(runbooks)('are read by bash: $slug', runbook => {
    const input = shellScript(runbook, {version: '0.0.0'});
    expect(spawnSync('bash', ['-n'], {input, encoding: 'utf8'}).stderr).toBe('');
  });

  const some = runbooks.filter(({slug}) => ['profiling', 'pod-crash-loop'].includes(slug));

  it.skipIf(!hasShellcheck).each(some)('please ShellCheck: $slug', runbook => {
    const input = shellScript(runbook, {version: '0.0.0'});
    const args = ['-s', 'bash', '-S', 'info', '-f', 'gcc', '-'];
    expect(spawnSync(shellcheck, args, {input, encoding: 'utf8'}).stdout).toBe('');
  });

  it.each(some)('please our own lint: $slug', runbook => {
    const script = shellScript(runbook, {version: '0.0.0'});
    const source = `# Script\n\n${FENCE}bash\n${script}${FENCE}\n`;
    const findings = lint([{path: 'script.md', source}]).filter(
      ({severity}) => severity === 'error',
    );
    expect(findings).toEqual([]);
  });
});
