import {spawn} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {build} from 'esbuild';
import {describe, expect, it} from 'vitest';
import {cli, folderWith} from './cli';

const PAGE = `---
title: Demo <script>alert(1)</script>
runbook:
  inputs:
    WHO: {description: Who, type: string}
    TOKEN: {description: Token, type: secret}
---

# Demo

\`\`\`bash {"name":"hello"}
printf '%s\\n' "<b>hello</b> $WHO \\\`\\\`\\\`\\\` $TOKEN"; printf '\\033[2J'
\`\`\`

\`\`\`bash {"name":"mend","effect":"change","undo":"unmend"}
touch mended
\`\`\`

\`\`\`bash {"name":"unmend","effect":"change"}
rm mended
\`\`\`

\`\`\`bash {"name":"check"}
test -e ready
\`\`\`
`;

const RUN = ['run', 'page', '--yes', '--allow', 'change', '--set', 'WHO=ann'];
const TOKEN = ['--set', 'TOKEN=hunter2'];

async function failedRun() {
  const cwd = folderWith(PAGE);
  expect((await cli([...RUN, ...TOKEN], {cwd})).code).toBe(1);
  return cwd;
}

function recordsIn(cwd: string): readonly string[] {
  return readdirSync(join(cwd, '.runbook/runs')).sort();
}

describe('the records of runs', () => {
  it('are listed, shown and verified, without a secret in them', async () => {
    const cwd = await failedRun();
    const [id = ''] = recordsIn(cwd);
    const list = await cli(['runs'], {cwd});
    expect(list.stdout.split('\n')[1]).toMatch(new RegExp(`^${id}  page +failed +\\d{4}-`));
    const shown = await cli(['runs', 'show', id.slice(0, -3)], {cwd});
    expect(shown.stdout).toContain('WHO    ann (--set)\n  TOKEN  •••• (--set)');
    expect(shown.stdout).toContain('3. page#check: failed: exit code 1');
    expect(shown.stdout).not.toContain('\u001B');
    const output = await cli(['runs', 'show', 'last', '--output', 'hello'], {cwd});
    expect(output.stdout).toBe('<b>hello</b> ann ```` ••••\n\u001B[2J');
    expect(await cli(['runs', 'verify', 'last'], {cwd})).toMatchObject({
      code: 0,
      stdout: `${id}: unchanged, 9 lines\n`,
    });
    const record = join(cwd, '.runbook/runs', id, 'record.ndjson');
    expect(readFileSync(record, 'utf8')).not.toContain('hunter2');
    writeFileSync(record, readFileSync(record, 'utf8').replace('"exitCode":1', '"exitCode":0'));
    expect(await cli(['runs', 'verify', 'last'], {cwd})).toMatchObject({
      code: 1,
      stdout: `${id}: record.ndjson:7 was changed: it does not have the hash that it ends with\n`,
    });
  });

  it('are exported with everything in them harmless', async () => {
    const cwd = await failedRun();
    const html = (await cli(['runs', 'export', 'last', '--format', 'html'], {cwd})).stdout;
    expect(html).not.toMatch(/<script|<b>|hunter2/);
    expect(html).toContain('<h1>Demo &lt;script&gt;alert(1)&lt;/script&gt;: failed</h1>');
    const markdown = (await cli(['runs', 'export', 'last'], {cwd})).stdout;
    expect(markdown).toContain('# Demo \\<script\\>alert(1)\\</script\\>: failed\n');
    expect(markdown).toContain('`````text\n<b>hello</b> ann ```` ••••\n');
    const json = (await cli(['runs', 'export', 'last', '--format', 'json'], {cwd})).stdout;
    expect(JSON.parse(json)).toMatchObject({version: 1, state: 'failed', flaws: []});
  });

  it('are pruned by a setting only, and each is named', async () => {
    const cwd = await failedRun();
    expect((await cli(['runs', 'prune'], {cwd})).code).toBe(2);
    await cli([...RUN, ...TOKEN], {cwd});
    const all = recordsIn(cwd);
    writeFileSync(join(cwd, 'runbook.config.yaml'), 'runs: {keep: 1}\n');
    const {stdout} = await cli(['runs', 'prune'], {cwd});
    expect(stdout).toMatch(/^\S+ removed\n$/);
    expect([...recordsIn(cwd), stdout.split(' ')[0]].sort()).toEqual(all);
  });
});

describe('runbook run --resume', () => {
  it('goes on at the step that did not finish, with the same inputs', async () => {
    const cwd = await failedRun();
    const [first = ''] = recordsIn(cwd);
    rmSync(join(cwd, 'mended'));
    writeFileSync(join(cwd, 'ready'), '');
    expect((await cli(['run', '--resume', 'last', '--yes'], {cwd})).code).toBe(0);
    expect(existsSync(join(cwd, 'mended'))).toBe(false);
    const {stdout} = await cli(['runs', 'show', 'last'], {cwd});
    expect(stdout).toContain(`Continues  ${first}\n`);
    const again = await cli(['run', '--resume', 'last', '--yes'], {cwd});
    expect(again.stderr).toContain('has finished all its steps, so nothing is left to do.');
  });

  it('refuses a page that has changed, and shows how', async () => {
    const cwd = await failedRun();
    writeFileSync(join(cwd, 'page.md'), PAGE.replace('test -e ready', 'true'));
    const {code, stderr} = await cli(['run', '--resume', 'last', '--yes'], {cwd});
    expect(code).toBe(2);
    expect(stderr).toContain('@@ -1 +1 @@\n-test -e ready\n+true\nNothing was run.');
    const accepted = ['run', '--resume', 'last', '--accept-changes', '--yes'];
    expect((await cli(accepted, {cwd})).code).toBe(0);
  });
});

describe('an undo step', () => {
  it('is offered after a failure, asked for and recorded', async () => {
    const cwd = folderWith(PAGE);
    const args = ['run', 'page', '--set', 'WHO=ann', ...TOKEN];
    const {code, stderr} = await cli(args, {cwd, typed: 'y\nunmend\n'});
    expect(code).toBe(1);
    expect(stderr).toContain('↶ unmend reverts mend.\n');
    expect(existsSync(join(cwd, 'mended'))).toBe(false);
    const {stdout} = await cli(['runs', 'show', 'last'], {cwd});
    expect(stdout).toMatch(/\n4\. page#unmend: succeeded.*\n {3}asked for consent: run\n/);
    writeFileSync(join(cwd, 'ready'), '');
    const resumed = ['run', '--resume', 'last', '--yes', '--allow', 'change'];
    expect((await cli(resumed, {cwd})).code).toBe(0);
    expect(existsSync(join(cwd, 'mended'))).toBe(true);
  });

  it('is only told of where nobody can be asked', async () => {
    const {stderr} = await cli([...RUN, ...TOKEN], {cwd: folderWith(PAGE)});
    expect(stderr).toContain(
      '↶ unmend reverts mend: runbook run page#unmend --set WHO=ann --yes --allow change\n',
    );
  });
});

describe('a record under hard conditions', () => {
  it('is no run where it cannot be written', async () => {
    const cwd = folderWith(PAGE);
    writeFileSync(join(cwd, '.runbook'), '');
    const {code, stdout, stderr} = await cli([...RUN, ...TOKEN], {cwd});
    expect({code, stdout}).toEqual({code: 1, stdout: ''});
    expect(stderr).toContain('Nothing was run, because its record cannot be written: ');
  });

  it('reads, and is unchanged, after a kill at any moment', async () => {
    const program = join(folderWith(''), 'runbook.cjs');
    await build({
      entryPoints: [join(__dirname, '../../scripts/runbook.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      banner: {js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;"},
      define: {'import.meta.url': 'importMetaUrl'},
      logLevel: 'error',
    });
    const steps = Array.from(
      {length: 30},
      (_, n) => `\`\`\`bash {"name":"s${n}"}\nseq 300\n\`\`\``,
    );
    const cwd = folderWith(`# Page\n\n${steps.join('\n\n')}\n`);
    let begun = 0;
    for (let round = 0; round < 20; round++) {
      const child = spawn(process.execPath, [program, 'run', 'page.md'], {cwd, stdio: 'ignore'});
      const ended = new Promise(resolve => child.once('exit', resolve));
      while (count(cwd) === begun && child.exitCode === null) await sleep(5);
      begun = count(cwd);
      await sleep(Math.random() * 600);
      child.kill('SIGKILL');
      await ended;
    }
    const states = [];
    for (const id of recordsIn(cwd)) {
      const {code, stdout, stderr} = await cli(['runs', 'verify', id], {cwd});
      // Killed before its first line was written, a record has nothing to lose.
      if (code === 2 && stderr.includes('its first line is missing')) continue;
      states.push([code, /unchanged/.test(stdout)]);
    }
    expect(states.length).toBeGreaterThan(10);
    expect(new Set(states.map(String))).toEqual(new Set(['0,true']));
  }, 110_000);
});

function count(cwd: string): number {
  return existsSync(join(cwd, '.runbook/runs')) ? recordsIn(cwd).length : 0;
}
