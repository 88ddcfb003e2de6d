import {callsOf} from '../../shell/calls';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

const PROGRAMS: Readonly<
  Record<string, {readonly taking: string; readonly ends: readonly string[]}>
> = {
  ping: {taking: 'cIiFlmMpQsStTwW', ends: ['c', 'w', 'h', 'V']},
  ping6: {taking: 'cIiFlmMpQsStTwW', ends: ['c', 'w', 'h', 'V']},
  tcpdump: {
    taking: 'BcCDEFGijmMQrsTVwWyzZ',
    ends: ['c', 'r', 'D', 'L', 'h', 'W', 'version', 'help'],
  },
  tshark: {
    taking: 'abBcCdDeEfFGHijKlLmMnNoOPqQrRsStTuUwWXyYz',
    ends: ['c', 'a', 'r', 'D', 'v', 'h'],
  },
};

export default defineRule({
  id: 'tool/require-packet-count',
  summary: 'Require `-c` for `ping` and `tcpdump`',
  why: 'Without it they run until somebody stops them: a copied block hangs here, and a pipe behind it prints nothing.',
  severity: 'info',
  messages: {
    count: 'Found `{{program}}` without `-c`, expected a count, such as `-c {{example}}`.',
  },
  examples: {
    good: [
      {
        title: 'a count, a limit, and a file',
        source:
          '```bash\nping -c 3 turso.io\ntimeout 30 tcpdump -i eth0 port 443\ntcpdump -r capture.pcap\n```\n',
      },
    ],
    bad: [
      {
        title: 'without an end',
        source: '```bash\nping turso.io\nsudo tcpdump -ni eth0 port 443\n```\n',
        reports: [
          '2:1-2:5 Found `ping` without `-c`, expected a count, such as `-c 3`.',
          '3:6-3:13 Found `tcpdump` without `-c`, expected a count, such as `-c 100`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({command, layers, place}) {
        if (command.background || layers.some(({via}) => via === 'timeout')) return;
        for (const {name, program, args} of callsOf({layers}, ...Object.keys(PROGRAMS))) {
          const {taking = '', ends = []} = PROGRAMS[name] ?? {};
          const options = readOptions(args, {taking});
          if (options.open || args.length === 0 || findOption(options, ...ends) !== undefined)
            continue;
          const data = {program: name, example: name.startsWith('ping') ? '3' : '100'};
          report({at: place(program.start, program.end), message: 'count', data});
        }
      },
    };
  },
});
