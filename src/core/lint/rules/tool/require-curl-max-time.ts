import {callsOf} from '../../shell/calls';
import {CURL} from '../../tool/curl-options';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/require-curl-max-time',
  summary: 'Require `--max-time` for `curl`',
  why: 'Without a limit, curl waits for minutes for a host that does not answer, and for ever for one that is slow, which is when a runbook is read.',
  severity: 'info',
  messages: {time: 'Found `curl` without `--max-time`, expected one, such as `--max-time 10`.'},
  examples: {
    good: [
      {
        title: 'a limit, of its own or around it',
        source:
          '```bash\ncurl -f --max-time 10 http://localhost:8080/healthz\ncurl -fsm5 http://localhost:8080/healthz\ntimeout 10 curl -f http://localhost:8080/healthz\ncurl --version\n```\n',
      },
    ],
    bad: [
      {
        title: 'no limit',
        source: '```bash\ncurl -f http://localhost:8080/healthz\n```\n',
        reports: [
          '2:1-2:5 Found `curl` without `--max-time`, expected one, such as `--max-time 10`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        if (layers.some(({via}) => via === 'timeout')) return;
        for (const {program, args} of callsOf({layers}, 'curl')) {
          const options = readOptions(args, CURL);
          const limit = findOption(options, 'm', 'max-time', 'K', 'config', 'speed-time', 'y', 'N');
          const shows = findOption(options, 'V', 'version', 'help', 'no-buffer');
          if (options.open || limit !== undefined || shows !== undefined) continue;
          report({at: place(program.start, program.end), message: 'time', data: {}});
        }
      },
    };
  },
});
