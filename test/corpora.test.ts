import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {globSync} from 'tinyglobby';
import {describe, expect, it} from 'vitest';
import {loadEngines} from '../src/cli/engines/load-engines';
import {lint} from '../src/core';
import type {Finding, SourceFile} from '../src/core';

/** Pages of correct commands and queries, and pages with defects that `defects.txt` lists. */
const sound = filesOf('sound');
const planted = filesOf('planted');

describe('correct runbooks in the styles of many teams', () => {
  it('are many', () => {
    const fences = sound.map(({source}) => ({
      shell: source.match(/^\s*```\s?(?:bash|sh|shell|console)\b/gm)?.length ?? 0,
      promql: source.match(/^\s*```\s?promql/gm)?.length ?? 0,
    }));
    expect({
      files: sound.length,
      shell: fences.reduce((sum, {shell}) => sum + shell, 0),
      promql: fences.reduce((sum, {promql}) => sum + promql, 0),
    }).toMatchInlineSnapshot(`
      {
        "files": 50,
        "promql": 158,
        "shell": 234,
      }
    `);
  });

  it('have no error', async () => {
    const errors = (await lintAll(sound)).filter(({severity}) => severity === 'error');
    expect(errors.map(shown)).toEqual([]);
  });

  it('have no error after a conversion to CRLF', async () => {
    const converted = sound.map(({path, source}) => ({
      path,
      source: source.replaceAll('\n', '\r\n'),
    }));
    const errors = (await lintAll(converted)).filter(({severity}) => severity === 'error');
    expect(errors.map(shown)).toEqual([]);
  });

  it('have warnings of few kinds', async () => {
    const counts: Record<string, number> = {};
    for (const {rule, severity} of await lintAll(sound)) {
      if (severity === 'warning') counts[rule] = (counts[rule] ?? 0) + 1;
    }
    expect(counts).toMatchInlineSnapshot(`
      {
        "kubectl/no-single-pod-logs": 5,
        "kubectl/require-namespace-for-change": 1,
        "promql/no-query-in-comment": 1,
        "shell/no-angle-placeholder": 40,
        "shell/no-prompt": 7,
        "shell/no-unassigned-variable": 18,
      }
    `);
  });
});

describe('planted defects', async () => {
  const defects = readFileSync(join(__dirname, 'corpora/planted/defects.txt'), 'utf8')
    .trimEnd()
    .split('\n');
  const findings = await lintAll(planted);
  const missed = defects.filter(defect => !findings.some(finding => isAbout(finding, defect)));

  it('are found at their lines, nine of ten at least', () => {
    expect(defects.length).toBeGreaterThanOrEqual(200);
    expect(missed.length / defects.length).toBeLessThan(0.1);
  });

  it('are missed only where there is a reason', () => {
    expect(missed).toEqual([
      // Infos by design: a matter of style, or a command that a person at a terminal ends by hand.
      'promql.md:76 promql',
      'runbook.md:49 runbook',
      // Infos: the commands end, only later than one would like.
      'tool.md:21 tool',
      'tool.md:23 tool',
      // A name that is a type too is a name, and a path of `--sort-by` is read by the cluster's answer.
      'kubectl-arguments.md:102 kubectl',
      'kubectl-arguments.md:103 kubectl',
      // What is typed into a session may be pasted as it stands, and ssh takes it.
      'shell-habits.md:59 shell',
      // Somebody's namespace may be called that.
      'secrets-and-names.md:39 shell',
    ]);
  });

  it('bring no error on lines that have none', () => {
    const errors = findings.filter(({severity}) => severity === 'error');
    const besides = errors.filter(finding => !defects.some(defect => isAbout(finding, defect)));
    expect(besides.map(shown)).toEqual([]);
  });
});

/** `defect` is `file:line area`; a finding of any area counts, an info does not. */
function isAbout({path, line, severity}: Finding, defect: string): boolean {
  return severity !== 'info' && defect.startsWith(`${path}:${line} `);
}

/** With the engines, as on the command line. */
async function lintAll(files: readonly SourceFile[]): Promise<readonly Finding[]> {
  return lint(files, {engines: await loadEngines(files)});
}

function filesOf(folder: string) {
  const cwd = join(__dirname, 'corpora', folder);
  return globSync('**/*.md', {cwd})
    .sort()
    .map(path => ({path, source: readFileSync(join(cwd, path), 'utf8')}));
}

function shown({path, line, column, message}: Finding): string {
  return `${path}:${line}:${column} ${message}`;
}
