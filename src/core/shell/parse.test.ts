import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {BLOCKS} from './__fixtures__/blocks';
import {allVariables, analyzeEffect, commandLayers, parseShell, pipedInto} from './index';

describe('parseShell', () => {
  it('finds every command with its place in its pipeline', () => {
    expect(outline('kubectl logs web | grep "a b" | wc -l && echo ok')).toEqual([
      '0-16 kubectl logs web (1 of 3)',
      '19-29 grep a b (2 of 3)',
      '32-37 wc -l (3 of 3)',
      '41-48 echo ok (1 of 1)',
    ]);
  });

  it('looks into loops, functions, groups and substitutions, and says what encloses a command', () => {
    const script = 'f() { ls $(pwd); }\nfor i in 1; do ( cat <(date) ); done';
    expect(
      parseShell(script).commands.map(({text, within}) => [text, within.map(({kind}) => kind)]),
    ).toEqual([
      ['ls $(pwd)', ['function', 'group']],
      ['pwd', ['function', 'group', 'substitution']],
      ['cat <(date)', ['loop', 'subshell']],
      ['date', ['loop', 'subshell', 'process-substitution']],
    ]);
  });

  it('maps places inside escaped backticks to the script as written', () => {
    const script = 'echo `echo \\`date\\``';
    expect(parseShell(script).commands.map(({start, end}) => script.slice(start, end))).toEqual([
      'echo `echo \\`date\\``',
      'echo \\`date\\`',
      'date',
    ]);
  });

  it('gives the value of a word only when nothing in it is expanded', () => {
    const words = 'a\\ b "c d" \'e\'f $\'g\\n\' "$H" ~/i {j,k} *.l {.m} "" $(n) -o{x}';
    expect(parseShell(`echo ${words}`).commands[0]?.args.map(({value}) => value)).toEqual([
      'a b',
      'c d',
      'ef',
      'g\n',
      undefined,
      undefined,
      undefined,
      '*.l',
      '{.m}',
      '',
      undefined,
      '-o{x}',
    ]);
  });

  it('keeps assignments, redirects and the background apart from the words', () => {
    const [command] = parseShell('A=1 B+=x run y > out.txt 2>&1 &').commands;
    expect(command).toMatchObject({
      background: true,
      words: [{value: 'run'}, {value: 'y'}],
      assignments: [
        {name: 'A', append: false},
        {name: 'B', append: true},
      ],
      redirects: [
        {operator: '>', descriptor: undefined, target: {value: 'out.txt'}},
        {operator: '>&', descriptor: 2, target: {value: '1'}},
      ],
    });
  });

  it('finds comments, but not in strings, here-documents, words and expansions', () => {
    const script = [
      'echo a#b \\# \'# no\' "# no" ${x#y} $# # one',
      'cat <<E # two',
      '# no',
      'E',
      '((x = 16#ff)); [[ $a =~ ^#b ]] # three',
      'echo $(date # four',
      ') `date # five`',
    ].join('\n');
    expect(parseShell(script).comments.map(({start, end}) => script.slice(start, end))).toEqual([
      '# one',
      '# two',
      '# three',
      '# four',
      '# five',
    ]);
  });

  it('lists uses and definitions of variables in document order, with their quoting', () => {
    const script =
      'for i in $A; do read -r b < "$i"; done; export C=${D:?} x=1; echo "$b" $((n + 1)) ${E:=2}';
    const found = parseShell(script).variables.map(variable =>
      variable.kind === 'use'
        ? `use ${variable.name} ${variable.quote}${variable.operator ?? ''}`
        : `${variable.by} ${variable.name}`,
    );
    expect(found).toEqual([
      'for i',
      'use A none',
      'read b',
      'use i double',
      'declare C',
      'use D none:?',
      'declare x',
      'use b double',
      'use n arithmetic',
      'use E none:=',
      'default E',
    ]);
  });
});

describe('errors', () => {
  it.each([
    ['echo "a', '5-6 Unexpected end of the script after `"`, expected a closing `"`.'],
    ['if true; then ls', '16-16 Unexpected end of the script, expected `fi` to close `if`.'],
    ['echo )', '5-6 Unexpected `)`, expected the end of the command.'],
    ['ls |', '4-4 Unexpected end of the script, expected a command after `|`.'],
    ['done', '0-4 Unexpected `done`, expected a command.'],
    [
      'rm -i </path>',
      '13-13 Unexpected end of the script, expected a file or descriptor after the redirect.',
    ],
    ['sort (a', '5-6 Unexpected `(`, expected the end of the command.'],
  ])('say of %j what was found and what was expected', (script, expected) => {
    const {errors} = parseShell(script);
    expect(
      errors.map(({kind, start, end, message}) => [kind, `${start}-${end} ${message}`]),
    ).toEqual([['syntax', expected]]);
  });

  it('are of their own kind for a here-document without an end, which bash lets pass', () => {
    expect(parseShell('cat <<EOF\nhello').errors).toEqual([
      {
        kind: 'heredoc',
        message: 'Unexpected end of the script in a here-document, expected a line `EOF`.',
        start: 6,
        end: 9,
      },
    ]);
  });

  it.each([
    '$(',
    '(',
    '{ ',
    '"$(',
    '${a:-',
    '$((',
    '<(',
    'if ',
    'while ',
    'f() ',
    'case a in b) ',
    '`',
    '"',
    '! ',
    '[[ (',
  ])('end deep nesting of %j, and never the stack', opener => {
    for (const depth of [1000, 100_000]) {
      const script = `echo ${opener.repeat(depth)}`;
      expect(parseShell(script).script).toBe(script);
      expect(parseShell(opener.repeat(depth)).script).toBe(opener.repeat(depth));
    }
    expect(parseShell('('.repeat(1000)).errors.map(({kind}) => kind)).toEqual(['nesting']);
  });
});

describe('pipedInto', () => {
  it('finds the readers of a command, also around a loop, but not outside a substitution', () => {
    const shell = parseShell('while read p; do kubectl logs "$p"; done | grep x | wc $(ls | head)');
    const names = shell.commands.map(command => [
      command.name?.value,
      pipedInto(shell, command).map(({name}) => name?.value),
    ]);
    expect(names).toEqual([
      ['read', ['grep', 'wc']],
      ['kubectl', ['grep', 'wc']],
      ['grep', ['wc']],
      ['wc', []],
      ['ls', ['head']],
      ['head', []],
    ]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({maxLength: 12}),
    fc.constantFrom(...BLOCKS),
    fc.constantFrom(
      '$(',
      ')',
      '`',
      '"',
      "'",
      '<<E\n',
      '${',
      '}',
      '\\',
      '#',
      '((',
      '[[',
      ';;',
      'case',
      '\n',
    ),
  );
  const text = fc.array(piece, {maxLength: 8}).map(pieces => pieces.join(''));

  it('is read without an exception, and every place lies in it', () => {
    fc.assert(
      fc.property(text, script => {
        const shell = parseShell(script);
        const spans = [
          shell.commands,
          shell.comments,
          shell.errors,
          shell.variables,
          shell.redirects,
          shell.pipelines,
        ].flat();
        analyzeEffect(shell);
        return spans.every(({start, end}) => 0 <= start && start <= end && end <= script.length);
      }),
      {numRuns: 500, seed: 7},
    );
  });

  it('holds a comment exactly where one is added at the end of a line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BLOCKS), fc.string({maxLength: 20}), (block, words) => {
        const comment = words.replaceAll(/[\r\n]/g, ' ');
        const before = parseShell(block).comments;
        const {comments} = parseShell(`${block}\n#${comment}`);
        expect(comments).toEqual([
          ...before,
          {
            kind: 'comment',
            text: comment,
            start: block.length + 1,
            end: block.length + 2 + comment.length,
          },
        ]);
      }),
      {numRuns: 200, seed: 7},
    );
  });

  it('has the same commands when its comments are blanked', () => {
    for (const block of BLOCKS) {
      const blank = parseShell(block).comments.reduce(
        (out, {start, end}) => out.slice(0, start) + ' '.repeat(end - start) + out.slice(end),
        block,
      );
      expect(outline(blank)).toEqual(outline(block));
      expect(parseShell(blank).comments).toEqual([]);
    }
  });
});

describe('commandLayers', () => {
  it.each([
    ['sudo -u root timeout -k 5 30 kubectl get po', ['sudo', 'timeout', 'kubectl']],
    ['kubectl get po -o name | xargs -r -n 1 kubectl delete', ['kubectl', 'xargs', 'kubectl']],
    ['env -u A B=1 nice -n 5 nohup make', ['env', 'nice', 'nohup', 'make']],
    ['kubectl exec -it web -c app -- sh -c "ps aux | grep $X"', ['kubectl', 'sh', 'ps', 'grep']],
    ['ssh -p 22 host sudo systemctl restart web', ['ssh', 'sudo', 'systemctl']],
    ["ssh host 'cd /x && ls | wc'", ['ssh', 'cd', 'ls', 'wc']],
    ['watch -n 5 "kubectl get pods"', ['watch', 'kubectl']],
    ['find . -name x -exec rm {} \\; -exec ls {} +', ['find', 'rm', 'ls']],
    ['docker exec -u root web cat /x', ['docker', 'cat']],
    ['bash -euo pipefail -c "echo a; rm b"', ['bash', 'echo', 'rm']],
    ['command -v kubectl', ['command']],
    ['sudo bash -lc "su - app -c \'redis-cli ping\'"', ['sudo', 'bash', 'su', 'redis-cli']],
  ])('sees through %j', (script, expected) => {
    const layers = parseShell(script).commands.flatMap(commandLayers);
    expect(layers.map(({argv}) => argv[0]?.value)).toEqual(expected);
  });

  it('keeps the places of the outer script in a nested one', () => {
    const script = 'bash -c \'kubectl get po\' && sh -c "echo \\"a b\\" c"';
    const layers = parseShell(script).commands.flatMap(commandLayers);
    expect(
      layers.flatMap(({argv}) => argv.map(({start, end}) => script.slice(start, end))),
    ).toEqual([
      'bash',
      '-c',
      "'kubectl get po'",
      'kubectl',
      'get',
      'po',
      'sh',
      '-c',
      '"echo \\"a b\\" c"',
      'echo',
      '"a b\\"',
      'c',
    ]);
  });
});

describe('allVariables', () => {
  it('adds what nested scripts use of the same environment, each place once', () => {
    const script = `bash -c 'echo "$A"'; sh -c "echo $B"; ssh host 'echo $C'; kubectl exec web -- sh -c 'echo $D'; echo $E`;
    const found = allVariables(parseShell(script)).map(({name, start, end}) => [
      name,
      script.slice(start, end),
    ]);
    expect(found).toEqual([
      ['A', '$A'],
      ['B', '$B'],
      ['E', '$E'],
    ]);
  });

  it('reports the other errors of a script in which `case` is an argument', () => {
    const {errors} = parseShell('x=$(grep case file)\necho "abc');
    expect(errors).toEqual([
      {
        kind: 'syntax',
        message: 'Unexpected end of the script after `"`, expected a closing `"`.',
        start: 25,
        end: 26,
      },
    ]);
  });

  it.each(['x=$(grep case file)', 'echo "$(grep -i case file)" | wc -l'])(
    'has nothing to say of %s, where `case` is an argument',
    script => {
      expect(parseShell(script).errors).toEqual([]);
    },
  );
});

function outline(script: string): readonly string[] {
  return parseShell(script).commands.map(
    ({start, end, words, stage}) =>
      `${start}-${end} ${words.map(({value, text}) => value ?? text).join(' ')} (${stage.index + 1} of ${stage.length})`,
  );
}
