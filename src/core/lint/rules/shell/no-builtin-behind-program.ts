import {programName} from '../../../shell';
import {defineRule} from '../../rule';

const BUILTINS = new Set(
  'cd source . export alias unset pushd popd ulimit set shopt eval declare'.split(' '),
);
const RUNNING = new Set(['sudo', 'doas', 'nohup', 'nice', 'timeout', 'xargs', 'env', 'setsid']);

export default defineRule({
  id: 'shell/no-builtin-behind-program',
  summary: 'Disallow `sudo cd` and other builtins of the shell behind a program that runs programs',
  why: 'A builtin changes the shell that it runs in. `sudo cd` finds no program of that name, or changes the folder of a process that ends at once.',
  severity: 'error',
  messages: {
    builtin:
      "Found `{{builtin}}` behind `{{runner}}`, which runs programs only, expected `{{runner}} sh -c '{{builtin}} … && …'`, or no `{{runner}}`.",
  },
  examples: {
    good: [
      {
        title: 'a shell, or the builtin alone',
        source:
          "```bash\nsudo sh -c 'cd /var/lib/web && ls'\ncd /var/lib/web\nsudo -i\nsudo ls /root\nsudo env A=b ls\n```\n",
      },
    ],
    bad: [
      {
        title: 'a folder that nobody enters',
        source: '```bash\nsudo cd /var/lib/web\nsudo source /etc/web.env\n```\n',
        reports: [
          "2:6-2:8 Found `cd` behind `sudo`, which runs programs only, expected `sudo sh -c 'cd … && …'`, or no `sudo`.",
          "3:6-3:12 Found `source` behind `sudo`, which runs programs only, expected `sudo sh -c 'source … && …'`, or no `sudo`.",
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        for (const {argv, via, away, nested} of layers) {
          const [program] = argv;
          if (via === undefined || away || nested !== undefined || !RUNNING.has(via)) continue;
          const builtin = programName(program) ?? '';
          if (program === undefined || program.text !== builtin || !BUILTINS.has(builtin)) continue;
          const at = place(program.start, program.end);
          report({at, message: 'builtin', data: {builtin, runner: via}});
        }
      },
    };
  },
});
