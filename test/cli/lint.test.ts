import {execFileSync} from 'node:child_process';
import {readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {projectOf} from './project';
import {runMain} from './run-main';

const LOGS = '# Pods\n\n```bash\nkubectl logs -n shop -l app=web | grep panic\n```\n';
const POD = '# Pods\n\n```bash\nkubectl describe pod POD_NAME\n```\n';
const MENDED = LOGS.replace('app=web', 'app=web --tail=-1 --prefix');

describe('bytes of any kind', () => {
  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x00\x00', 'latin1'), 'a.md:1:1 error Found no text'],
    ['UTF-16', Buffer.from('\ufeff# Pods', 'utf16le'), 'a.md:1:1 error Found text in UTF-16'],
    ['half a character', Buffer.from('# \xe2\x80 x', 'latin1'), 'a.md:1:3 error Found U+FFFD'],
    ['too much', Buffer.alloc(9_000_000, 'a'), 'a.md:1:1 error Found 9000000 bytes'],
  ])('are a finding at their place: %s', async (_, bytes, message) => {
    const cwd = projectOf({'b.md': LOGS});
    writeFileSync(join(cwd, 'a.md'), bytes);
    const {code, stdout} = await runMain(['lint'], cwd);
    expect(code).toBe(1);
    expect(stdout).toContain(message);
    expect(stdout).toContain('b.md:4:22');
  });

  it.each([
    ['10,000 quotes', `${'> '.repeat(10_000)}x\n`],
    ['1,000 parentheses', `\`\`\`promql\n${'('.repeat(1000)}x${')'.repeat(1000)}\n\`\`\`\n`],
    ['code spans of every length', Array.from({length: 900}, (_, n) => '`'.repeat(n)).join(' ')],
    [
      'aliases of aliases',
      `---\na: &a [x, x, x, x, x]\n${['b', 'c', 'd', 'e'].map((key, n) => `${key}: &${key} [${Array.from({length: 9}, () => `*${'abcd'[n]}`).join(', ')}]`).join('\n')}\n---\n`,
    ],
  ])('are read or refused without delay: %s', async (_, source) => {
    const {code} = await runMain(['lint'], projectOf({'a.md': source, 'b.md': '# B\n'}));
    expect(code).toBe(1);
  });

  it('never end the program, whatever they are', async () => {
    const piece = fc.oneof(
      fc.uint8Array({maxLength: 8}).map(bytes => Buffer.from(bytes)),
      fc
        .constantFrom(
          '```bash\n',
          '```\n',
          '---\n',
          'kubectl logs <pod>\n',
          '\r\n',
          '> ',
          '\u2028',
          '[x](',
        )
        .map(text => Buffer.from(text)),
    );
    const cwd = projectOf({});
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, {maxLength: 12}),
        fc.constantFrom('a.md', 'a.mdx', 'a.yml'),
        async (pieces, path) => {
          writeFileSync(join(cwd, path), Buffer.concat(pieces));
          const {code, stderr} = await runMain(['lint', path, '--format', 'sarif'], cwd);
          // A YAML file that holds no rules is nothing to lint.
          expect([0, 1, ...(path === 'a.yml' ? [2] : [])], stderr).toContain(code);
        },
      ),
      {numRuns: 60, seed: 7},
    );
  });

  it('are not mended where they are no UTF-8', async () => {
    const cwd = projectOf({});
    const bytes = Buffer.from(`\xc3 ${LOGS}`, 'latin1');
    writeFileSync(join(cwd, 'a.md'), bytes);
    expect((await runMain(['lint', '--fix'], cwd)).code).toBe(1);
    expect(readFileSync(join(cwd, 'a.md'))).toEqual(bytes);
  });

  it('come from loops of links, and from paths with spaces and signs', async () => {
    const cwd = projectOf({'on call/#1 (50%) [a].md': POD});
    symlinkSync('.', join(cwd, 'loop'));
    symlinkSync('b.md', join(cwd, 'b.md'));
    const all = await runMain(['lint'], cwd);
    expect(all.stdout).toMatch(/^on call\/#1 \(50%\) \[a\]\.md:4:22 .*[^]*1 error in 1 file/);
    const one = await runMain(['lint', 'on call/#1 (50%) [a].md'], cwd);
    expect(one.stdout).toBe(all.stdout);
    const loop = await runMain(['lint', 'b.md'], cwd);
    expect(loop.code).toBe(2);
  });
});

describe('--fix', () => {
  it('prints the changes as a diff, and writes nothing, with --dry-run', async () => {
    const cwd = projectOf({'a.md': LOGS});
    const {code, stdout} = await runMain(['lint', '--fix', '--dry-run'], cwd);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        '--- a/a.md',
        '+++ b/a.md',
        '@@ -1,5 +1,5 @@',
        ' # Pods',
        ' ',
        ' ```bash',
        '-kubectl logs -n shop -l app=web | grep panic',
        '+kubectl logs -n shop -l app=web --tail=-1 --prefix | grep panic',
        ' ```',
        '',
      ].join('\n'),
    );
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(LOGS);
  });

  it('keeps a byte order mark and CRLF, and has nothing to do the second time', async () => {
    const crlf = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const cwd = projectOf({
      'a.md': crlf(LOGS),
      'runbook.config.yaml': 'rules: {shell/no-carriage-return: off}\n',
    });
    await runMain(['lint', '--fix'], cwd);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(crlf(MENDED));
    expect((await runMain(['lint', '--fix', '--dry-run'], cwd)).stdout).toBe('');
  });
});

describe('--baseline', () => {
  it('lets the findings of yesterday pass, wherever their lines are now', async () => {
    const cwd = projectOf({'a.md': POD});
    const update = ['lint', '--baseline', 'base.json', '--update-baseline'];
    expect(await runMain(update, cwd)).toMatchObject({
      code: 0,
      stderr: 'base.json is written: 1 finding.\n',
    });
    writeFileSync(join(cwd, 'a.md'), `New.\n\n${POD}\n${LOGS}`);
    const {code, stdout, stderr} = await runMain(['lint', '--baseline', 'base.json'], cwd);
    expect(code).toBe(1);
    expect(stdout).toContain('1 error');
    expect(stdout).toContain('no-truncated-logs');
    expect(stderr).toBe('base.json: 1 known finding let pass, 0 gone since.\n');
  });

  it('counts what is gone', async () => {
    const cwd = projectOf({'a.md': POD});
    await runMain(['lint', '--baseline', 'base.json', '--update-baseline'], cwd);
    writeFileSync(join(cwd, 'a.md'), '# Pods\n');
    expect(await runMain(['lint', '--baseline', 'base.json'], cwd)).toMatchObject({
      code: 0,
      stderr:
        'base.json: 0 known findings let pass, 1 gone since; `--update-baseline` forgets them.\n',
    });
  });

  it.each([
    [['--baseline', 'none.json'], 'No baseline could be read from `none.json`.'],
    [['--baseline', 'a.md'], '`a.md` is no baseline'],
    [['--update-baseline'], '`--update-baseline` needs a file.'],
    [['--dry-run'], '`--dry-run` shows what `--fix` would do.'],
    [['--strict', '--fail-on', 'error'], 'say the same thing twice'],
    [['--fix', '-'], '`--fix` cannot write to standard input.'],
  ])('refuses %j', async (args, message) => {
    const {code, stdout, stderr} = await runMain(['lint', ...args], projectOf({'a.md': POD}));
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain(message);
  });
});

describe('what is checked', () => {
  it('is standard input, under the name that it is given', async () => {
    const cwd = projectOf({'docs/b.md': '# B\n'});
    const args = ['lint', '-', '--stdin-path', 'docs/a.md'];
    const {code, stdout} = await runMain(args, cwd, {stdin: `[b](b.md)\n\n${POD}`});
    expect(code).toBe(1);
    expect(stdout).toMatch(/^docs\/a\.md:6:22 [^]*1 error in 1 file\.\n$/);
  });

  it('is what git says has changed', async () => {
    const cwd = projectOf({'a.md': POD, 'b.md': POD});
    const git = (...args: string[]) => execFileSync('git', args, {cwd, stdio: 'ignore'});
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=n', '-c', 'user.email=a@b', 'commit', '-qm', 'x');
    expect((await runMain(['lint', '--changed'], cwd)).stdout).toBe('No findings in 0 files.\n');
    writeFileSync(join(cwd, 'b.md'), `${POD}\n`);
    writeFileSync(join(cwd, 'ü c.md'), POD);
    const {stdout} = await runMain(['lint', '--changed=HEAD', '--format', 'json'], cwd);
    const paths = (JSON.parse(stdout) as {findings: {path: string}[]}).findings.map(
      ({path}) => path,
    );
    expect(paths).toEqual(['b.md', 'ü c.md']);
    expect((await runMain(['lint', '--changed=nowhere'], cwd)).code).toBe(2);
  });

  it('are the rule files of a folder, and no other YAML', async () => {
    const cwd = projectOf({
      'a/rules.yml': 'groups:\n  - name: a\n    rules:\n      - record: a:b\n        expr: sum(\n',
      'a/values.yaml': 'a: {{ b }}\n',
    });
    const {stdout} = await runMain(['lint', 'a'], cwd);
    expect(stdout).toMatch(/^a\/rules\.yml:5:18 [^]*1 error in 1 file\.\n$/);
  });
});

describe('what ShellCheck says', () => {
  const page = '```bash\nkill $(pgrep web)\n```\n';
  const comment = {file: '0.sh', line: 1, column: 6, endLine: 1, endColumn: 18, code: 2046};
  const report = JSON.stringify({comments: [{...comment, message: 'Quote this.'}]});

  it.each([
    ['is a finding among the others', page, '', 1],
    [
      'is silenced by a comment',
      page.replace('\nkill', '\n# runbook-ignore shellcheck/SC2046 -- many\nkill'),
      '',
      0,
    ],
    ['is switched off by the configuration', page, 'rules: {shellcheck/SC2046: off}\n', 0],
    ['has the severity of the configuration', page, 'rules: {shellcheck/SC2046: error}\n', 1],
  ])('%s', async (_, source, config, count) => {
    const line = source.includes('#') ? 2 : 1;
    const answer = report
      .replaceAll('"line":1', `"line":${line}`)
      .replace('"endLine":1', `"endLine":${line}`);
    const cwd = projectOf({
      'a.md': source,
      'runbook.config.yaml': config,
      'bin/answer.json': answer,
    });
    const program = join(cwd, 'bin/shellcheck');
    writeFileSync(
      program,
      `#!/bin/sh\ncase "$*" in *SC2046*) cat '${cwd}/bin/answer.json';; *) echo '{"comments":[]}';; esac\n`,
      {mode: 0o755},
    );
    const args = ['lint', 'a.md', '--shellcheck', '--fail-on', 'warning'];
    const {stdout} = await runMain(args, cwd, {path: join(cwd, 'bin')});
    expect(stdout.match(/\[shellcheck\/SC2046\]/g)?.length ?? 0).toBe(count);
    expect(stdout.includes('error Quote this.')).toBe(config.includes('error'));
  });

  it('passes where the baseline knows it', async () => {
    const cwd = projectOf({'a.md': page, 'bin/answer.json': report});
    const program = join(cwd, 'bin/shellcheck');
    writeFileSync(program, `#!/bin/sh\ncat '${cwd}/bin/answer.json'\n`, {mode: 0o755});
    const args = ['lint', 'a.md', '--shellcheck', '--strict', '--baseline', 'base.json'];
    const path = join(cwd, 'bin');
    await runMain([...args, '--update-baseline'], cwd, {path});
    expect((await runMain(args, cwd, {path})).code).toBe(0);
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toContain('shellcheck/SC2046');
  });
});

describe('the configuration', () => {
  it('shares inputs, sets targets and silences rules', async () => {
    const cwd = projectOf({
      'runbook.config.yaml':
        'target: {kubectl: "1.31"}\nrules: {shell/no-bare-placeholder: off}\ninputs:\n  NS: {description: The namespace}\n',
      'a.md': `${POD}\n\`\`\`bash {"name":"list-pods"}\nkubectl get pods -n "$NS"\n\`\`\`\n`,
    });
    expect((await runMain(['lint', '--fail-on', 'warning'], cwd)).code).toBe(0);
    const shown = JSON.parse((await runMain(['show', 'a', '--json'], cwd)).stdout) as {
      inputs: {name: string}[];
    };
    expect(shown.inputs.map(({name}) => name)).toEqual(['NS']);
  });

  it('leaves out what it ignores', async () => {
    const cwd = projectOf({
      'runbook.config.yaml': 'paths: [docs]\nignore: [docs/old/**]\n',
      'docs/a.md': '# A\n',
      'docs/old/b.md': POD,
    });
    expect((await runMain(['lint'], cwd)).stdout).toBe('No findings in 1 file.\n');
    expect((await runMain(['lint', 'old', '.'], join(cwd, 'docs'))).stdout).toContain('1 file');
  });

  it('gives a rule a severity and options', async () => {
    const cwd = projectOf({
      'runbook.config.yaml':
        'rules:\n  kubectl/no-unknown-command: {severity: warning, allowedPlugins: [neat]}\n',
      'a.md':
        '```bash\nkubectl neat get pod web-0 -n shop\nkubectl tree deployment web -n shop\n```\n',
    });
    const {code, stdout} = await runMain(['lint', '--fail-on', 'error'], cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a\.md:3:9 warning Found `tree`, which `kubectl` does not have/);
    expect((await runMain(['explain', 'kubectl/no-unknown-command'], cwd)).stdout).toContain(
      'allowedPlugins: Plugins that kubectl has here; where any is named, every other one is reported.',
    );
  });

  it('brings rules of the project', async () => {
    const rule = `{id: 'house/no-foo', summary: 'Disallow foo', why: 'Ours.', severity: 'error',
      messages: {foo: 'Found foo.'},
      check: ({report}) => ({block({span}) { report({at: span, message: 'foo', data: {}}); }})}`;
    const cwd = projectOf({
      'runbook.config.yaml': 'plugins: [rules.mjs]\nrules: {house/no-foo: warning}\n',
      'rules.mjs': `export const rules = [${rule}];\n`,
      'a.md': '```text\nfoo\n```\n',
    });
    const {code, stdout} = await runMain(['lint'], cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a\.md:1:1 warning Found foo\. \[house\/no-foo\]/);
  });

  it.each([
    ['paths: docs\n', ':1:8: `paths`: '],
    ['paths: [a\n', ':2:1: '],
    ['rulez: {}\n', ':1:8: `rulez`: '],
    ['rules:\n  shell/no-bear: off\n', ':2:18: There is no rule `shell/no-bear`.'],
    [
      'rules:\n  shell/no-prompt: warn\n',
      ':2:20: `rules.shell/no-prompt.severity`: expected one of',
    ],
    ['rules:\n  shell/no-prompt: [a]\n', ':2:20: `rules.shell/no-prompt`: expected a severity'],
    [
      'rules:\n  kubectl/no-unknown-command:\n    allowedPlugin: [neat]\n',
      ':3:20: `kubectl/no-unknown-command` has no option `allowedPlugin`.\nDid you mean `allowedPlugins`?',
    ],
    [
      'rules:\n  shell/no-prompt: {words: [a]}\n',
      '`shell/no-prompt` has no option `words`.\nIt has `severity`.',
    ],
    [
      'rules:\n  kubectl/no-unknown-command: {allowedPlugins: neat}\n',
      ':2:48: Found no list in `allowedPlugins`, expected a list such as `[neat, ctx]`.',
    ],
    [
      'rules:\n  kubectl/no-unknown-command:\n    allowedPlugins:\n      - neat\n      - "a b"\n',
      ':5:9: Found a word that does not fit in `allowedPlugins`, expected one such as `neat`.',
    ],
    ['target:\n  kubectl: newest\n', ':2:12: `target.kubectl`: '],
    ['inputs:\n  pod-name: {description: x}\n', ':2:13: `inputs.pod-name`: '],
    ['plugins: [none.mjs]\n', ':1:11: `none.mjs` could not be loaded: '],
    ['plugins: [a.mjs]\n', 'The plugin `a.mjs` cannot be used: it exports no list `rules`.'],
    ['paths: *nowhere\n', ':1:8: Unresolved alias'],
  ])('says where %j is wrong', async (config, message) => {
    const cwd = projectOf({'runbook.config.yaml': config, 'a.md': '# A\n', 'a.mjs': ''});
    const {code, stdout, stderr} = await runMain(['lint'], cwd);
    expect({code, stdout}).toEqual({code: 2, stdout: ''});
    expect(stderr).toContain(message);
  });

  it('is written for what is there, and never overwritten', async () => {
    const cwd = projectOf({
      'README.md': '# Hello\n',
      'docs/a.md': '# A\n',
      'deploy/web.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\n',
      'chart/templates/a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Name }}\n',
      'mon/alerts.yml': 'groups:\n  - name: a\n    rules: []\n',
    });
    const {code, stdout} = await runMain(['lint', '--init'], cwd);
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(1)).toEqual([
      'paths:',
      '  - docs',
      '# What the runbooks act on.',
      'inventory:',
      '  kubernetes:',
      '    - deploy',
      '  rules:',
      '    - mon/alerts.yml',
      '',
    ]);
    expect((await runMain(['lint'], cwd)).code).toBe(0);
    expect((await runMain(['lint', '--init'], cwd)).code).toBe(2);
  });
});

describe('the report', () => {
  it('goes to a file', async () => {
    const cwd = projectOf({'a.md': POD});
    const {code, stdout} = await runMain(['lint', '-f', 'sarif', '-o', 'a.sarif'], cwd);
    expect({code, stdout}).toEqual({code: 1, stdout: ''});
    expect(JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{results: [{ruleId: 'shell/no-bare-placeholder', level: 'error'}]}],
    });
  });

  it('has statistics beside it', async () => {
    const {stdout, stderr} = await runMain(['lint', '--stats'], projectOf({'a.md': POD}));
    expect(stdout).toContain('1 error in 1 file.');
    expect(stderr.replace(/\d+ ms/g, 'N ms').replace(/ +/g, ' ')).toBe(
      '\nChecked\n files 1\n blocks 1\n commands 1\n queries 0\n\nTime\n read N ms\n inventory N ms\n parse N ms\n rules N ms\n report N ms\n\nFindings\n shell/no-bare-placeholder 1\n',
    );
  });
});
