import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {normalizeScript} from './normalize';
import {parseShell} from './parse';

const script = {kind: 'script', runnable: false} as const;
const session = {kind: 'session', runnable: false} as const;

describe('normalizeScript', () => {
  it('leaves a script without prompts as it is', () => {
    const source = '# Pods\nkubectl get pods | grep "a<b>c" # all\n';
    expect(normalizeScript(source, script).text).toBe(source);
  });

  it('blanks prompts and the output between them', () => {
    const {text, prompts, output} = normalizeScript(
      '$ kubectl get pods\nNAME   READY\n$ date\n',
      script,
    );
    expect(text).toBe('  kubectl get pods\n            \n  date\n');
    expect(prompts).toEqual([
      {start: 0, end: 2},
      {start: 32, end: 34},
    ]);
    expect(output).toEqual([{start: 19, end: 31}]);
  });

  it('keeps the lines that continue a prompted command', () => {
    const source =
      '$ cat <<EOF\nhello\nEOF\n$ for i in 1 2; do\n>   echo $i\n> done\n1\n2\n$ a \\\n  b\n';
    expect(normalizeScript(source, script).text).toBe(
      '  cat <<EOF\nhello\nEOF\n  for i in 1 2; do\n    echo $i\n  done\n \n \n  a \\\n  b\n',
    );
  });

  it('takes a command that never ends for one line', () => {
    expect(normalizeScript("$ echo it's\nits\n$ date\n", script).text).toBe(
      "  echo it's\n   \n  date\n",
    );
  });

  it('takes a session without a prompt for output', () => {
    expect(normalizeScript('a (b)\n', session).text).toBe('     \n');
    expect(
      normalizeScript('root@web:~# systemctl status (x\n# apt update\n', session).prompts,
    ).toHaveLength(2);
  });

  it('knows the prompts of hosts and of shells', () => {
    const prompts = [
      '$ ',
      'op@web-1:~/app$ ',
      '[root@web-1 ~]# ',
      '(venv) op@web:/srv$ ',
      'sh-5.1# ',
    ];
    for (const prompt of prompts) {
      const {text} = normalizeScript(`${prompt}date\nMon\n`, script);
      expect(text).toBe(`${' '.repeat(prompt.length)}date\n   \n`);
    }
    for (const prompt of ['/ # ', '~ $ ', '❯ ', '% ']) {
      const {text} = normalizeScript(`${prompt}date\nMon\n`, session);
      expect(text).toBe(`${' '.repeat(prompt.length)}date\n   \n`);
    }
  });

  it('takes nothing for a prompt that may be a command', () => {
    const source = '/srv/run.sh # all\ngit@host:a/b\n[ -f x ] # there\necho a@b.c # d\n';
    expect(normalizeScript(source, script).prompts).toEqual([]);
  });

  it('blanks what stands for output that was cut', () => {
    for (const cut of ['...', '[…]', '<snip>', '--- snip ---', '[output omitted]']) {
      expect(normalizeScript(`a\n${cut}\n`, script).text).toBe(`a\n${' '.repeat(cut.length)}\n`);
    }
  });

  it('fills placeholders with words of the same length', () => {
    const source = 'kubectl logs <pod name> -n <ns>/<x> --since=<5m>\n';
    const {text, placeholders} = normalizeScript(source, script);
    expect(text).toBe('kubectl logs _pod_name_ -n _ns_/_x_ --since=<5m>\n');
    expect(placeholders.map(({start, end}) => source.slice(start, end))).toEqual([
      '<pod name>',
      '<ns>',
      '<x>',
    ]);
  });

  it('leaves redirects alone', () => {
    const source =
      'a < in > out; b <in >out; c <in.txt> out; d <in>/dev/null; e <<EOF>f\nEOF\ndiff <(a) <(b) 0<x>y\n';
    expect(normalizeScript(source, script).placeholders).toEqual([]);
  });

  it('blanks ellipses and carriage returns, keeping continuations', () => {
    expect(normalizeScript('a \\\r\n  b\r\n...\r\nc\n', script).text).toBe(
      'a  \\\n  b \n    \nc\n',
    );
  });

  it('keeps what looks like a prompt in a script that is run', () => {
    expect(normalizeScript('$ date\n<x>\n', {kind: 'script', runnable: true}).text).toBe(
      '$ date\n_x_\n',
    );
  });

  it('never moves a character', () => {
    const line = fc.constantFrom(
      '$ a',
      '# b',
      '> c',
      'a <b> c',
      '...',
      'x \\',
      "it's",
      'cat <<E',
      'E',
      '\r',
      '$ "',
      '',
    );
    const lines = fc.array(line, {maxLength: 12}).map(parts => parts.join('\n'));
    const options = fc.record({
      kind: fc.constantFrom('script' as const, 'session' as const),
      runnable: fc.boolean(),
    });
    fc.assert(
      fc.property(lines, options, (source, given) => {
        const {text} = normalizeScript(source, given);
        expect(text.length).toBe(source.length);
        expect(() => parseShell(text)).not.toThrow();
      }),
      {numRuns: 300, seed: 7},
    );
  });
});
