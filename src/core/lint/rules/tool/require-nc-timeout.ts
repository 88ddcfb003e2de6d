import {callsOf} from '../../shell/calls';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/require-nc-timeout',
  summary: 'Require `-w` for `nc`',
  why: 'Where a firewall drops the packets, `nc` waits for minutes, and the reader does not know whether to wait along.',
  severity: 'info',
  messages: {timeout: 'Found `{{program}}` without `-w`, expected a limit, such as `-w 5`.'},
  examples: {
    good: [
      {
        title: 'a limit, and a server',
        source: '```bash\nnc -z -v -w 5 turso.io 443\nnc -zvw5 turso.io 443\nnc -l 8080\n```\n',
      },
    ],
    bad: [
      {
        title: 'a wait without end',
        source: '```bash\nkubectl exec deploy/web -- nc -zv turso.io 443\n```\n',
        reports: ['2:28-2:30 Found `nc` without `-w`, expected a limit, such as `-w 5`.'],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        if (layers.some(({via}) => via === 'timeout')) return;
        for (const {name, program, args} of callsOf({layers}, 'nc', 'netcat')) {
          const options = readOptions(args, {taking: 'IiMmOPpqsTVWwXxe'});
          const limit = findOption(options, 'w', 'l', 'h', 'U');
          if (options.open || limit !== undefined || options.operands.length === 0) continue;
          report({
            at: place(program.start, program.end),
            message: 'timeout',
            data: {program: name},
          });
        }
      },
    };
  },
});
