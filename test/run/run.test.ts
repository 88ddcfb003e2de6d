import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {cli, folderWith} from './cli';

const PAGE = `---
title: Demo
runbook:
  alert: DemoAlert
  inputs:
    WHO:
      description: Who to greet
      type: k8s-name
      choices: printf 'pod/a\\npod/b\\n'
---

# Demo

## Diagnosis

\`\`\`bash {"name":"hello"} title="Say hello"
echo "hello $WHO"
\`\`\`

- [ ] Look at the dashboard.

## Resolution

\`\`\`bash {"name":"mend","effect":"change"}
touch mended
\`\`\`

\`\`\`bash {"name":"drop","effect":"destroy","excludeFromRunAll":true}
touch dropped
\`\`\`

## Verification

\`\`\`bash {"name":"fails","excludeFromRunAll":true,"needs":"hello"}
false
\`\`\`

\`\`\`bash {"name":"shell","interactive":true,"excludeFromRunAll":true}
cat
\`\`\`

\`\`\`promql {"name":"up","excludeFromRunAll":true}
vector(1)
\`\`\`
`;

async function refused(args: readonly string[], page: string = PAGE): Promise<string> {
  const {code, stdout, stderr} = await cli(['run', ...args], {cwd: folderWith(page)});
  expect({code, stdout}).toEqual({code: 2, stdout: ''});
  return stderr;
}

/** Durations differ from run to run. */
function steady(text: string): string {
  return text.replaceAll(/ {2}\d+(?:\.\d+)?m?s$/gm, '  <time>');
}

describe('runbook run', () => {
  it('runs one step: its output on stdout, the talk on stderr', async () => {
    const {code, stdout, stderr} = await cli(['run', 'page#hello', '--set', 'WHO=bob'], {
      cwd: folderWith(PAGE),
    });
    expect({code, stdout}).toEqual({code: 0, stdout: 'hello bob\n'});
    expect(steady(stderr)).toMatchInlineSnapshot(`
      "Demo  page.md
      1 step

      ▶ 1/1 hello  read  page.md:16
        Say hello
      ✓ hello  <time>

      Done: 1 done  <time>
      "
    `);
  });

  it('finds a runbook by its alert and by its path', async () => {
    const cwd = folderWith(PAGE);
    for (const name of ['DemoAlert#hello', './page.md#hello', 'page.md#hello']) {
      expect((await cli(['run', name, '--set', 'WHO=x'], {cwd})).stdout).toBe('hello x\n');
    }
  });

  it('takes an input from --set, then the environment, then the default', async () => {
    const cwd = folderWith(PAGE.replace('      choices', '      default: c\n      choices'));
    const env = {WHO: 'b'};
    const args = ['run', 'page#hello'];
    const results = [
      await cli([...args, '--set', 'WHO=a'], {cwd, env}),
      await cli(args, {cwd, env}),
      await cli(args, {cwd}),
    ];
    expect(results.map(({stdout}) => stdout)).toEqual(['hello a\n', 'hello b\n', 'hello c\n']);
  });

  it('says what failed, where, and how to go on', async () => {
    const args = ['run', 'page', '--only', 'fails,hello', '--set', 'WHO=x'];
    const {code, stderr} = await cli(args, {cwd: folderWith(PAGE)});
    expect(code).toBe(1);
    expect(steady(stderr).split('\n').slice(-5)).toMatchInlineSnapshot(`
      [
        "",
        "Failed: 1 done  <time>",
        "  at fails, page.md:34",
        "  To go on: runbook run page --only fails --set WHO=x",
        "",
      ]
    `);
  });

  it('runs all that needs nobody under --yes, as far as --allow goes', async () => {
    const cwd = folderWith(PAGE);
    const args = ['run', 'page', '--yes', '--allow', 'change', '--set', 'WHO=x'];
    const {code, stdout, stderr} = await cli(args, {cwd});
    expect({code, stdout, mended: existsSync(join(cwd, 'mended'))}).toEqual({
      code: 0,
      stdout: 'hello x\n',
      mended: true,
    });
    expect(stderr).toContain('skipped: it needs a person, and nobody is there');
  });
});

describe('runbook run --dry-run', () => {
  it('prints the plan and starts nothing', async () => {
    const cwd = folderWith(PAGE.replace("printf 'pod", "touch asked; printf 'pod"));
    const {code, stdout, stderr} = await cli(['run', 'page', '--dry-run'], {cwd, typed: ''});
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect(stdout).toMatchInlineSnapshot(`
      "Demo  page.md

      Inputs
        WHO  not given: Who to greet

      1. hello  read  page.md:16
         Say hello
         │ echo "hello $WHO"
         at most 5m

      2. look-at-the-dashboard  manual  page.md:20
         │ [ ] Look at the dashboard.

      3. mend  change  page.md:24
         │ touch mended
         at most 5m · asks before it runs

      Left out
        drop  (excluded from a run of everything; run it by name)
        fails  (excluded from a run of everything; run it by name)
        shell  (excluded from a run of everything; run it by name)
        up  (excluded from a run of everything; run it by name)
      "
    `);
    expect(['mended', 'asked'].map(name => existsSync(join(cwd, name)))).toEqual([false, false]);
  });

  it('prints the plan as an event', async () => {
    const args = ['run', 'page#hello', '--dry-run', '--format', 'ndjson', '--set', 'WHO=x'];
    const {stdout} = await cli(args, {cwd: folderWith(PAGE)});
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      event: 'plan',
      steps: [{id: 'page#hello', consent: 'none', timeoutMs: 300_000}],
      inputs: [{name: 'WHO', value: 'x', origin: '--set'}],
    });
  });
});

describe('runbook run without a terminal', () => {
  it('refuses all that needs a person before anything starts', async () => {
    const cwd = folderWith(PAGE.replace("printf 'pod", "touch asked; printf 'pod"));
    const {code, stdout, stderr} = await cli(
      ['run', 'page', '--only', 'diagnosis,mend,drop,shell,up'],
      {cwd},
    );
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toMatchInlineSnapshot(`
      "runbook: Nothing was run.
      - hello needs WHO (Who to greet): give it with \`--set WHO=VALUE\`.
      - look-at-the-dashboard is for a person to do: pass over such steps with \`--yes\`, or choose steps with \`--only\`.
      - mend changes something (page.md:24): agree with \`--yes --allow change\`.
      - drop destroys something (page.md:28): agree with \`--yes --allow destroy\`.
      - shell is interactive (page.md:38): run this in a terminal, in text format, or choose other steps with \`--only\`.
      - up is a query: name the server with \`--prometheus URL\` or PROMETHEUS_URL, or choose other steps with \`--only\`.
      "
    `);
    expect(existsSync(join(cwd, 'asked'))).toBe(false);
  });

  it('agrees with --yes to no more than --allow covers', async () => {
    const cwd = folderWith(PAGE);
    const codes = await Promise.all(
      [['--yes'], ['--allow', 'destroy'], ['--yes', '--allow', 'change']].map(
        async options => (await cli(['run', 'page#drop', ...options], {cwd})).code,
      ),
    );
    expect({codes, dropped: existsSync(join(cwd, 'dropped'))}).toEqual({
      codes: [2, 2, 2],
      dropped: false,
    });
    expect((await cli(['run', 'page#drop', '--yes', '--allow', 'destroy'], {cwd})).code).toBe(0);
    expect(existsSync(join(cwd, 'dropped'))).toBe(true);
  });

  it('does not pass over a manual step that another one needs', async () => {
    const page = PAGE.replace('"name":"mend"', '"name":"mend","needs":"look-at-the-dashboard"');
    const args = ['run', 'page#mend', '--yes', '--allow', 'change'];
    const {code, stderr} = await cli(args, {cwd: folderWith(page)});
    expect(code).toBe(2);
    expect(stderr).toContain('and mend needs it');
  });
});

describe('runbook run in a terminal', () => {
  it('asks for inputs, manual steps and changes', async () => {
    const cwd = folderWith(PAGE);
    const {code, stdout, stderr} = await cli(['run', 'page'], {cwd, typed: '2\nd\ny\n'});
    expect({code, stdout, mended: existsSync(join(cwd, 'mended'))}).toEqual({
      code: 0,
      stdout: 'hello b\n',
      mended: true,
    });
    expect(steady(stderr)).toContain(
      ['  WHO: Who to greet (k8s-name)', '    1  a', '    2  b', ''].join('\n'),
    );
  });

  it('runs a destroy only when its name is typed', async () => {
    const cwd = folderWith(PAGE);
    expect((await cli(['run', 'page#drop'], {cwd, typed: 'y\nyes\n\n'})).code).toBe(1);
    expect(existsSync(join(cwd, 'dropped'))).toBe(false);
    expect((await cli(['run', 'page#drop'], {cwd, typed: 'drop\n'})).code).toBe(0);
    expect(existsSync(join(cwd, 'dropped'))).toBe(true);
  });

  it('stops where the person says no, and at the end of the input', async () => {
    const cwd = folderWith(PAGE);
    for (const typed of ['n\n', '\n', '']) {
      expect((await cli(['run', 'page#mend'], {cwd, typed})).code).toBe(1);
    }
    expect(existsSync(join(cwd, 'mended'))).toBe(false);
  });

  it('does not run a choices command that changes things', async () => {
    const page = PAGE.replace(
      "printf 'pod/a\\npod/b\\n'",
      'kubectl delete pod x -o name; touch asked',
    );
    const cwd = folderWith(page);
    const {code, stdout, stderr} = await cli(['run', 'page#hello'], {cwd, typed: 'me\n'});
    expect({code, stdout, asked: existsSync(join(cwd, 'asked'))}).toEqual({
      code: 0,
      stdout: 'hello me\n',
      asked: false,
    });
    expect(stderr).toContain('has effect `destroy`, so it is not run');
  });
});

describe('runbook run refuses', () => {
  it('a name that no input has', async () => {
    expect(await refused(['page', '--set', 'WH=x'])).toMatchInlineSnapshot(`
      "runbook: The runbook has no input \`WH\`.
      Did you mean \`--set WHO=…\`?
      "
    `);
  });

  it('a value that does not fit', async () => {
    expect(await refused(['page#hello', '--set', 'WHO=$(touch x)'])).toMatchInlineSnapshot(`
      "runbook: WHO: \`$(touch x)\` does not fit (from --set). Expected the name of a Kubernetes object without its type: at most 253 lower-case letters, digits, \`-\` and \`.\`, such as \`web-7c9d8b6f5-x2k4q\`.
      Nothing was run. Give a value that fits with \`--set NAME=VALUE\`.
      "
    `);
  });

  it('steps and phases that are not there', async () => {
    expect(await refused(['page', '--from', 'helo'])).toMatchInlineSnapshot(`
      "runbook: \`helo\` is no step of page.md.
      Did you mean \`hello\`?
      "
    `);
    expect(await refused(['page', '--only', 'diagnoses'])).toMatchInlineSnapshot(`
      "runbook: \`diagnoses\` is no step or phase of page.md.
      Did you mean \`diagnosis\`?
      "
    `);
  });

  it('two ways to choose steps at once', async () => {
    expect(await refused(['page#hello', '--from', 'mend'])).toMatchInlineSnapshot(`
      "runbook: #hello and --from choose steps each in its own way.
      Use one of \`runbook#step\`, \`--from\` and \`--only\`.
      "
    `);
  });

  it('steps that need each other', async () => {
    const page = PAGE.replace('"name":"hello"', '"name":"hello","needs":"fails"');
    expect(await refused(['page#fails'], page)).toMatchInlineSnapshot(`
      "runbook: These steps of page.md need each other in a circle: fails → hello → fails.
      "
    `);
  });

  it('a page with mistakes in its tags and front matter, with their places', async () => {
    const page = PAGE.replace('"name":"mend"', '"name":"mend","timeuot":"5m"').replace(
      'type: k8s-name',
      'type: pod',
    );
    expect(await refused(['page#hello', '--set', 'WHO=x'], page)).toMatchInlineSnapshot(`
      "runbook: The runbook is not run, because its page has mistakes.
      page.md:8:13 found inputs.WHO.type, expected one of \`string\`, \`int\`, \`bool\`, \`enum\`, \`k8s-name\`, \`namespace\`, \`label-selector\`, \`duration\`, \`port\`, \`url\`, \`ipv4\`, \`cidr\`, \`path\`, \`secret\`, \`regex\`
      page.md:24:24 found timeuot, expected a key that is known here
      Type \`runbook lint page.md\` for all of them.
      "
    `);
  });

  it('options that it does not understand', async () => {
    expect(await refused(['page', '--allow', 'write'])).toMatchInlineSnapshot(`
      "runbook: \`--allow write\`: expected one of read, change, destroy.
      "
    `);
    expect(await refused(['page', '--timeout', '5 minutes'])).toMatchInlineSnapshot(`
      "runbook: \`--timeout 5 minutes\` is no duration.
      Write it as \`90s\`, \`10m\` or \`1h30m\`.
      "
    `);
    expect(await refused(['page', '--prometheus', 'localhost:9090'])).toMatchInlineSnapshot(`
      "runbook: \`--prometheus\` is no HTTP address.
      Give the address of the server, such as \`http://localhost:9090\`.
      "
    `);
    expect(await refused(['page', '--set', 'WHO'])).toMatchInlineSnapshot(`
      "runbook: \`--set WHO\` gives no value.
      Write it as \`--set NAME=VALUE\`, such as \`--set POD_NAME=web-1\`.
      "
    `);
  });
});

describe('runbook run --format ndjson', () => {
  it('writes one event a line', async () => {
    const args = ['run', 'page#fails', '--set', 'WHO=é', '--format', 'ndjson'];
    const page = PAGE.replace('type: k8s-name', 'type: string');
    const {code, stdout} = await cli(args, {cwd: folderWith(page)});
    const events: readonly Record<string, unknown>[] = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(1);
    expect(
      events
        .slice(1)
        .map(({time: _time, durationMs: _duration, version: _version, ...rest}) => rest),
    ).toMatchInlineSnapshot(`
      [
        {
          "event": "step-started",
          "position": 1,
          "step": "page#hello",
          "total": 2,
        },
        {
          "event": "chunk",
          "step": "page#hello",
          "stream": "stdout",
          "text": "hello é
      ",
        },
        {
          "answer": null,
          "bytes": 9,
          "event": "step-ended",
          "exitCode": 0,
          "leftovers": false,
          "outcome": {
            "kind": "succeeded",
          },
          "signal": null,
          "step": "page#hello",
        },
        {
          "event": "step-started",
          "position": 2,
          "step": "page#fails",
          "total": 2,
        },
        {
          "answer": null,
          "bytes": 0,
          "event": "step-ended",
          "exitCode": 1,
          "leftovers": false,
          "outcome": {
            "failure": {
              "exitCode": 1,
              "kind": "exit",
            },
            "kind": "failed",
          },
          "signal": null,
          "step": "page#fails",
        },
        {
          "event": "run-ended",
          "notBegun": [],
          "outcome": "failed",
          "runbook": "page",
        },
      ]
    `);
  });
});

describe('runbook run, interrupted', () => {
  it('ends what runs, and its exit code names the signal', async () => {
    const page = PAGE.replace('echo "hello $WHO"', 'echo "$WHO begins"; sleep 1000; echo ended');
    const codes = await Promise.all(
      (['SIGINT', 'SIGTERM'] as const).map(async signal => {
        const {code, stdout} = await cli(['run', 'page#hello', '--set', 'WHO=it'], {
          cwd: folderWith(page),
          signalAt: ['it begins', signal],
        });
        return [code, stdout];
      }),
    );
    expect(codes).toEqual([
      [130, 'it begins\n'],
      [143, 'it begins\n'],
    ]);
  });
});

describe('a step with a folder', () => {
  it('starts there, seen from the page', async () => {
    const cwd = folderWith('# Empty');
    mkdirSync(join(cwd, 'docs/sub'), {recursive: true});
    writeFileSync(join(cwd, 'docs/there.md'), '```sh {"name":"where","cwd":"sub"}\npwd\n```\n');
    expect((await cli(['run', 'there#where'], {cwd})).stdout).toBe(`${cwd}/docs/sub\n`);
  });
});
