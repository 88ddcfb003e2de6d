import type {Word} from '../../../shell';
import {callsOf} from '../../shell/calls';
import {CURL} from '../../tool/curl-options';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/no-short-max-time',
  summary: 'Disallow a `--max-time` that ends before the profile that is asked for',
  why: 'The server answers after as many seconds as the address asks for. curl gives up before, each time.',
  severity: 'warning',
  messages: {
    short:
      'Found `--max-time {{limit}}` for an answer that takes {{seconds}} seconds, expected more.',
  },
  examples: {
    good: [
      {
        title: 'time to answer',
        source:
          "```bash\ncurl -f --max-time 60 -o cpu.prof 'http://localhost:8080/debug/pprof/profile?seconds=30'\n```\n",
      },
    ],
    bad: [
      {
        title: 'a profile that never comes',
        source:
          "```bash\ncurl -f --max-time 30 -o cpu.prof 'http://localhost:8080/debug/pprof/profile?seconds=30'\n```\n",
        reports: [
          '2:9-2:22 Found `--max-time 30` for an answer that takes 30 seconds, expected more.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({layers, place}) {
        for (const {args} of callsOf({layers}, 'curl')) {
          const options = readOptions(args, CURL);
          const option = findOption(options, 'm', 'max-time');
          const seconds = Math.max(0, ...options.operands.map(secondsIn));
          const limit = option?.value;
          if (option?.valueWord === undefined || limit === undefined) continue;
          if (!/^\d+(?:\.\d+)?$/.test(limit) || Number(limit) > seconds) continue;
          const at = place(option.word.start, option.valueWord.end);
          report({at, message: 'short', data: {limit, seconds: String(seconds)}});
        }
      },
    };
  },
});

function secondsIn({text}: Word): number {
  return Number(/[?&]seconds=(\d+)(?!\d)/.exec(text)?.[1] ?? 0);
}
