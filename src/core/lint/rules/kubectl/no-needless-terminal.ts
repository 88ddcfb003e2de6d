import {findFlag} from '../../../kubectl';
import {pipedInto, programName} from '../../../shell';
import {pathOf, isOn} from '../../kubectl/call';
import {defineRule} from '../../rule';

/** Programs that print and end; a terminal helps whoever stops `ping`, so that one is not here. */
const PRINTING = new Set(
  'cat chmod chown cp curl cut date df dig du echo env find free getent grep head host hostname id ip jar jps jstack kill ls mkdir mount mv nc netstat nginx nproc nslookup pg_isready printenv printf ps pwd sort ss stat tar test touch uname uptime wc wget which whoami'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'kubectl/no-needless-terminal',
  summary: 'Disallow `exec -t` for a command that is no shell',
  why: 'Where there is no terminal, as in a script, a job or a recorded run, `-t` warns or fails; where there is one, it turns `\\n` into `\\r\\n` and mixes errors into the output.',
  severity: 'warning',
  messages: {
    terminal: 'Found `{{flag}}` for `{{program}}`, which needs no terminal, expected no `-t`.',
  },
  examples: {
    good: [
      {
        title: 'a terminal for a shell, none for a program that prints',
        source:
          '```bash\nkubectl exec -it web-0 -- sh\nkubectl exec -it db-0 -- psql -U app\nkubectl exec web-0 -- nc -zv db 5432\n```\n',
      },
    ],
    bad: [
      {
        title: 'a terminal for a test of a port',
        source: '```bash\nkubectl exec -it web-0 -- nc -zv db 5432\n```\n',
        reports: ['2:14-2:17 Found `-it` for `nc`, which needs no terminal, expected no `-t`.'],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, layer, script, place} = node;
        const tty = findFlag(kubectl, 'tty');
        const [program] = kubectl.afterDash ?? [];
        const name = programName(program) ?? '';
        if (tty === undefined || !isOn(node, 'tty') || pathOf(node) !== 'exec') return;
        if (!PRINTING.has(name) || (name === 'nc' && !isProbe(kubectl.afterDash ?? []))) return;
        if (pipedInto(layer.nested ?? script.shell, layer.command).length > 0) return;
        const data = {flag: tty.word.text, program: name};
        report({at: place(tty.word.start, tty.word.end), message: 'terminal', data});
      },
    };
  },
});

/** Without `-z` it takes what is typed. */
function isProbe(words: readonly {readonly text: string}[]): boolean {
  return words.some(({text}) => /^-[a-y]*z/.test(text));
}
