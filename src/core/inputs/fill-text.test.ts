import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {inputUses, parseRunbook} from '../document';
import {fillText} from './fill-text';
import type {Fillings} from './fill-text';

const HELP = 'The pod that keeps restarting';

const HOSTILE = [
  'web-1',
  '',
  'a b',
  `it's "quoted"`,
  '$(touch /dev/null; echo gone)',
  '`echo gone`',
  '$HOME ${HOME} \\$HOME \\',
  'two\nlines\n',
  '-rf',
  '--',
  '; echo gone #',
  'a!b !! !$',
  '*',
  '~',
  "'; echo gone; '",
  '\u001b[201~\recho gone\n',
  'a\tb',
  '\u202ereversed',
  'é ☃ 𝒳',
  "!'\\\u0007",
];

/** All of them at once, and those whose danger is their whole: processes are slow to start. */
const FEW = [HOSTILE.join(' '), HOSTILE.filter(value => !/\p{Cc}/u.test(value)).join(''), '-rf', ''];

const PLAIN_SCRIPTS = [
  'printf "<%s>" "$POD"',
  'printf "<%s>" "a$POD-b" "${POD}c"',
  'A="$POD"; printf "<%s>" "$A"',
];

/** Every way to use a variable, each printing what it got. */
const SCRIPTS = [
  ...PLAIN_SCRIPTS,
  'printf "<%s>" "$(printf "[%s]" "$POD")"',
  'printf "<%s>" "`printf "[%s]" "$POD"`"',
  'cat <<< "$POD"',
  'cat <<EOF\n<$POD>\nEOF',
  "cat <<'EOF'\n<$POD>\nEOF",
  'printf "<%s>" "${POD:-none}" "${#POD}" "${POD%x}" "${X:-"$POD"}"',
  "printf '<$POD>'",
  `bash -c 'printf "<%s>" "$POD"'`,
  'bash -c "exec printf %s \'\\$1\'" _ "$POD"',
  'for p in "$POD"; do printf "<%s>" "$p"; done',
  'case "$POD" in web*) echo web;; *) echo other;; esac',
  '[[ "$POD" == web* ]] && echo web',
  'f() { printf "<%s>" "$POD" "$1"; }; f "$POD"',
  'printf "<%s>" "$POD" | cat # $POD',
  'export POD; env | grep -c "^POD=$POD$"; true',
  'POD="$POD-x"; printf "<%s>" "$POD"',
];

describe('a filled command', () => {
  it.each(SCRIPTS)('does with a value what the script does with the variable: %s', script => {
    const values = PLAIN_SCRIPTS.includes(script) ? HOSTILE : FEW;
    const filled = values.map(value => fill(script, new Map([['POD', {value, help: HELP}]])));
    const expected = outputs(WITH_VARIABLE, [script, ...values]);
    expect(outputs(FILLED, filled)).toEqual(expected);
    expect(expected.stdout).toHaveLength(values.length);
  });

  it('gives an unquoted use one word, whatever the value is', () => {
    const script = 'printf "<%s>" a$POD';
    const filled = HOSTILE.map(value => fill(script, new Map([['POD', {value, help: HELP}]])));
    expect(outputs(FILLED, filled)).toEqual({
      stdout: HOSTILE.map(value => `<a${value}>`),
      stderr: '',
    });
  });

  it('quotes as the place needs it', () => {
    const fillings: Fillings = new Map([['POD', {value: "it's $x!", help: HELP}]]);
    expect(fill('kubectl logs $POD', fillings)).toBe(String.raw`kubectl logs 'it'\''s $x!'`);
    expect(fill('kubectl logs "pod/$POD"', fillings)).toBe(
      String.raw`kubectl logs "pod/"'it'\''s $x!'""`,
    );
    expect(fill('kubectl logs "$POD"', new Map([['POD', {value: 'web-1', help: HELP}]]))).toBe(
      'kubectl logs "web-1"',
    );
  });

  it('lets no control character through to the terminal', () => {
    for (const value of FEW) {
      for (const script of SCRIPTS) {
        const filled = fill(script, new Map([['POD', {value, help: HELP}]]));
        expect(filled).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
      }
    }
  });

  it('keeps a value that only a variable can hold out of the shell it is pasted to', () => {
    expect(fill('cat <<EOF\n$POD\nEOF', new Map([['POD', {value: 'a b', help: HELP}]]))).toBe(
      "(\nexport POD='a b'\ncat <<EOF\n$POD\nEOF\n)",
    );
  });
});

describe('a command without a value', () => {
  const missing: Fillings = new Map([['POD', {value: null, help: HELP}]]);

  it('demands it', () => {
    expect(fill('kubectl logs "$POD" -n web', missing)).toBe(
      'kubectl logs "${POD:?The pod that keeps restarting}" -n web',
    );
    expect(fill('kubectl logs $POD', missing)).toBe(
      'kubectl logs "${POD:?The pod that keeps restarting}"',
    );
  });

  it('does nothing at all where several commands follow each other', () => {
    const filled = fill('A="$(echo "$POD")"\necho deleted', missing);
    expect(filled).toBe(
      `(\n: "\${POD:?${HELP}}"\nA="$(echo "\${POD:?${HELP}}")"\necho deleted\n)`,
    );
    const {stdout, stderr} = run('bash', filled);
    expect({stdout, stderr}).toEqual({stdout: '', stderr: expect.stringContaining(HELP)});
  });

  it.each(SCRIPTS.filter(script => !/'<\$POD>'|<<'EOF'/.test(script)))(
    'prints its help and nothing else: %s',
    script => {
      const {stdout, stderr} = run('bash', fill(script, missing));
      expect({stdout, stderr}).toEqual({stdout: '', stderr: expect.stringContaining(HELP)});
    },
  );

  it.each([
    'Say "yes" to it',
    "The pod's name",
    'It costs $5, $(echo gone), `echo gone`, ${HOME}',
    'A } brace, a \\ backslash; echo gone',
  ])('says its help as it is written: %s', help => {
    for (const script of ['echo $POD', 'echo "$POD"\necho gone']) {
      const filled = fill(script, new Map([['POD', {value: null, help}]]));
      expect(run('bash', filled)).toEqual({stdout: '', stderr: expect.stringContaining(help), status: 1});
      expect(run('sh', filled).stdout).toBe('');
    }
  });
});

describe('a filled query', () => {
  it('keeps a value inside its literal', () => {
    const query = `up{a="$POD", b='$POD', c=\`$POD\`} # $POD`;
    const fillings: Fillings = new Map([['POD', {value: `"'} or b{`, help: HELP}]]);
    expect(fill(query, fillings, 'promql')).toBe(
      `up{a="\\"'} or b{", b='"\\'} or b{', c=\`"'} or b{\`} # $POD`,
    );
  });

  it('stays as it is written where a value is missing or does not go in', () => {
    const query = 'up{a="$POD", c=`$POD`}';
    expect(fill(query, new Map([['POD', {value: null, help: HELP}]]), 'promql')).toBe(query);
    expect(fill(query, new Map([['POD', {value: '`', help: HELP}]]), 'promql')).toBe(
      'up{a="`", c=`$POD`}',
    );
  });
});

function fill(script: string, fillings: Fillings, language = 'bash'): string {
  const source = `---\nrunbook:\n  inputs:\n    POD: {description: The pod}\n---\n\n\`\`\`\`${language} {"name":"x"}\n${script}\n\`\`\`\`\n`;
  const [located] = parseRunbook(source, {path: 'pods.md'}).steps;
  if (located?.block === undefined) throw new Error('The script is no step.');
  return fillText(located.block.text, inputUses(located.step, located.block), fillings);
}

/** Run each argument as a script, or the first one with each of the others as its variable. */
const FILLED = `for text; do eval "$text"; printf '\\0'; done`;
const WITH_VARIABLE = `text="$1"; shift; export POD; for POD; do eval "$text"; printf '\\0'; done`;

/** Of one shell for all of them: hundreds would take a minute to start. */
function outputs(program: string, texts: readonly string[]) {
  const {stdout, stderr} = spawnSync('bash', ['-c', program, 'bash', ...texts], {
    encoding: 'utf8',
    env: ENVIRONMENT,
  });
  return {stdout: stdout.split('\0').slice(0, -1), stderr};
}

const ENVIRONMENT = {PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8'};

function run(shell: 'bash' | 'sh', script: string) {
  const {stdout, stderr, status} = spawnSync(shell, ['-c', script], {
    encoding: 'utf8',
    env: ENVIRONMENT,
  });
  return {stdout, stderr: stderr.trim(), status};
}
