import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** What promtool says of an expression; `position` is `line:column`, in bytes, where it gives one. */
export type Verdict = {readonly message: string; readonly position: string | undefined};

const PROGRAM = process.env['PROMTOOL'] ?? 'promtool';
const RULES_IN_A_GROUP = 500;
const LINE = /^.*?: group "g\d+", rule \d+, "r(\d+)": could not parse expression: ([^]*)$/;

export function promtoolVersion(): string | undefined {
  const {status, stdout, stderr} = spawnSync(PROGRAM, ['--version'], {encoding: 'utf8'});
  return status === 0 ? /version (\d+\.\d+)/.exec(`${stdout}${stderr}`)?.[1] : undefined;
}

/** Rejections by index of the expression. */
export function checkWithPromtool(expressions: readonly string[]): ReadonlyMap<number, Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'promql-'));
  const file = join(folder, 'rules.yml');
  writeFileSync(file, rulesFile(expressions));
  const {stderr} = spawnSync(PROGRAM, ['check', 'rules', file], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  rmSync(folder, {recursive: true});
  return readVerdicts(stderr, file);
}

function rulesFile(expressions: readonly string[]): string {
  const lines = expressions.flatMap((expression, index) => {
    const group = index % RULES_IN_A_GROUP === 0 ? [`- name: g${index}`, '  rules:'] : [];
    return [...group, `  - record: r${index}`, `    expr: ${quoteYaml(expression)}`];
  });
  return `groups:\n${lines.join('\n')}\n`;
}

function quoteYaml(text: string): string {
  return JSON.stringify(text).replaceAll(/[^\x20-\x7e]/gu, character => {
    const code = character.codePointAt(0) ?? 0;
    return `\\U${code.toString(16).padStart(8, '0')}`;
  });
}

/** A message may hold line breaks, so an entry ends where the next one begins. */
function readVerdicts(output: string, file: string): ReadonlyMap<number, Verdict> {
  const verdicts = new Map<number, Verdict>();
  for (const entry of output.split(`\n${file}: `)) {
    const [, index, message = ''] = LINE.exec(entry.trimEnd()) ?? [];
    if (index === undefined) continue;
    const [, position, rest] = /^(?:(\d+:\d+)|[a-z ]+): parse error: ([^]*)$/.exec(message) ?? [];
    verdicts.set(Number(index), {message: rest ?? message, position});
  }
  return verdicts;
}
