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

/** All of them at once, with and without what only an escape can hold, and an option. */
const FEW = [HOSTILE.join(' '), HOSTILE.filter(value => !/\p{C}/u.test(value)).join(''), '-rf'];

/** Every way to use a variable, each printing what it got. */
const SCRIPTS = [
  'printf "<%s>" "$POD"',
  'printf "<%s>" "a$POD-b" "${POD}c"',
  'A="$POD"; printf "<%s>" "$A"',
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
  it('does with a value what the script does with the variable', () => {
    const pairs = SCRIPTS.flatMap((script, at) =>
      (at === 0 ? HOSTILE : FEW).map(value => ({script, value})),
    );
    const filled = pairs.map(({script, value}) => fill(script, valued(value)));
    const expected = bash(pairs.map(({script, value}) => ({text: script, pod: value})));
    const got = bash(filled.map(text => ({text, pod: 'not filled in'})));
    const shown = pairs.map((pair, at) => ({...pair, filled: filled[at]}));
    expect(shown.map((pair, at) => ({...pair, ...got[at]}))).toEqual(
      shown.map((pair, at) => ({...pair, ...expected[at]})),
    );
  });

  it('gives an unquoted use one word, whatever the value is', () => {
    const texts = HOSTILE.map(value => fill('printf "<%s>" a$POD', valued(value)));
    expect(bash(texts.map(text => ({text, pod: 'not filled in'})))).toEqual(
      HOSTILE.map(value => ({output: `<a${value}>`, status: '0'})),
    );
  });

  it('quotes as the place needs it', () => {
    const fillings: Fillings = new Map([['POD', {value: "it's $x!", help: HELP}]]);
    expect(fill('kubectl logs $POD', fillings)).toBe(String.raw`kubectl logs 'it'\''s $x!'`);
    expect(fill('kubectl logs "pod/$POD"', fillings)).toBe(
      String.raw`kubectl logs "pod/"'it'\''s $x!'""`,
    );
    expect(fill('kubectl logs "$POD"', valued('web-1'))).toBe('kubectl logs "web-1"');
  });

  it('lets no control character through to the terminal', () => {
    for (const script of SCRIPTS) {
      const filled = fill(script, valued(HOSTILE.join('')));
      expect(filled).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    }
  });

  it('keeps a value that only a variable can hold out of the shell it is pasted to', () => {
    expect(fill('cat <<EOF\n$POD\nEOF', valued('a b'))).toBe(
      "(\nexport POD='a b'\ncat <<EOF\n$POD\nEOF\n)",
    );
  });
});

describe('a command without a value', () => {
  const missing: Fillings = valued(null);

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
    expect(filled).toBe(`(\n: "\${POD:?${HELP}}"\nA="$(echo "\${POD:?${HELP}}")"\necho deleted\n)`);
    expect(bash([{text: filled, pod: ''}])).toEqual([
      {
        output: expect.stringMatching(/^\S+( line \d+:)* POD: The pod that keeps restarting\n$/),
        status: '1',
      },
    ]);
  });

  it('prints its help and nothing else, wherever it is used', () => {
    const texts = SCRIPTS.filter(script => !/'<\$POD>'|<<'EOF'/.test(script));
    const runs = bash(texts.map(text => ({text: fill(text, missing), pod: ''})));
    expect(runs.map(({output}) => output.replace(/^.*: (?=POD: )/, ''))).toEqual(
      texts.map(() => `POD: ${HELP}\n`),
    );
  });

  it('says its help as it is written', () => {
    const helps = [
      'Say "yes" to it',
      'It costs $5, $(echo gone), `echo gone`, ${HOME}',
      'A } brace, a \\ backslash; echo gone',
    ];
    const cases = helps.flatMap(help =>
      ['echo $POD', 'echo "$POD"', 'echo "$POD"\necho gone'].map(script => ({
        help,
        text: fill(script, new Map([['POD', {value: null, help}]])),
        pod: '',
      })),
    );
    expect(fill('echo "$POD"', new Map([['POD', {value: null, help: "The pod's name!"}]]))).toBe(
      'echo "${POD:?The pod’s name！}"',
    );
    for (const shell of ['bash', 'sh'] as const) {
      expect(bash(cases, shell).map(({output}) => output.replace(/^.*: (?=POD: )/, ''))).toEqual(
        cases.map(({help}) => `POD: ${help}\n`),
      );
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
    expect(fill(query, valued(null), 'promql')).toBe(query);
    expect(fill(query, valued('`'), 'promql')).toBe('up{a="`", c=`$POD`}');
  });
});

function fill(script: string, fillings: Fillings, language = 'bash'): string {
  const key = `${language} ${script}`;
  const block = blocks.get(key) ?? read(script, language);
  blocks.set(key, block);
  return fillText(block.text, block, fillings);
}

const blocks = new Map<string, ReturnType<typeof read>>();

function read(script: string, language: string) {
  const source = `---\nrunbook:\n  inputs:\n    POD: {description: The pod}\n---\n\n\`\`\`\`${language} {"name":"x"}\n${script}\n\`\`\`\`\n`;
  const [located] = parseRunbook(source, {path: 'pods.md'}).steps;
  if (located?.block === undefined) throw new Error('The script is no step.');
  return {text: located.block.text, ...inputUses(located.step, located.block)};
}

function valued(value: string | null): Fillings {
  return new Map([['POD', {value, help: HELP}]]);
}

/** One process for all cases: starting one from a test is slow. */
const PROGRAM = `while [ $# -gt 0 ]; do
  POD=$1 text=$2; shift 2
  (export POD; eval "$text") 2>&1
  printf '\\0%s\\0' $?
done`;

function bash(
  cases: readonly {readonly text: string; readonly pod: string}[],
  shell: 'bash' | 'sh' = 'bash',
) {
  const texts = cases.flatMap(({text, pod}) => [pod, text]);
  const {stdout} = spawnSync(shell, ['-c', PROGRAM, shell, ...texts], {
    encoding: 'utf8',
    // A bash whose input is a socket may take itself for a remote one, and read a `.bashrc`.
    env: {PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: '/nowhere'},
  });
  const parts = stdout.split('\0');
  return cases.map((_, at) => ({output: parts[at * 2] ?? '', status: parts[at * 2 + 1]}));
}
