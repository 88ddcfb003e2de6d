import {findFlag} from '../../../kubectl';
import {pipedInto} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-tty-in-pipe',
  summary: 'Disallow `-t` for a command whose output goes into a pipe',
  why: 'With a terminal, lines end in `\\r\\n`, errors are mixed into the output and colours are on: what reads the pipe does not find what it looks for.',
  severity: 'warning',
  messages: {
    tty: 'Found `{{flag}}`, whose terminal garbles what `{{reader}}` reads, expected no `-t` before a pipe.',
  },
  examples: {
    good: [
      {
        title: 'a pipe without a terminal, a terminal without a pipe',
        source: '```bash\nkubectl exec web-0 -- env | sort\nkubectl exec -it web-0 -- sh\n```\n',
      },
    ],
    bad: [
      {
        title: 'both',
        source: '```bash\nkubectl exec -it web-0 -- env | sort\n```\n',
        reports: [
          '2:14-2:17 Found `-it`, whose terminal garbles what `sort` reads, expected no `-t` before a pipe.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, layer, script, place}) {
        const tty = findFlag(kubectl, 'tty');
        if (tty === undefined || tty.value === 'false' || kubectl.path[0] !== 'exec') return;
        const [reader] = pipedInto(layer.nested ?? script.shell, layer.command);
        if (reader?.name === undefined) return;
        const at = place(tty.word.start, tty.word.end);
        report({at, message: 'tty', data: {flag: tty.word.text, reader: reader.name.text}});
      },
    };
  },
});
