import {callsOf} from '../../shell/calls';
import {readsLogs} from '../../tool/log-source';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/no-last-field-of-log',
  summary: 'Disallow the last word of a log line as a field',
  why: 'Which word is the last depends on the message. In a JSON log it is a piece of whatever field came last, and the counts below are of those.',
  severity: 'info',
  messages: {
    last: 'Found `{{field}}` of a log line, expected the field by its name, as with `jq`.',
  },
  examples: {
    good: [
      {
        title: 'a field by its name, and a table',
        source:
          "```bash\nkubectl logs -l app=web --tail=-1 | jq -R -r 'fromjson? | .ip'\nkubectl get pods --no-headers | awk '{print $NF}'\n```\n",
      },
    ],
    bad: [
      {
        title: 'whatever comes last',
        source:
          "```bash\nkubectl logs -l app=web --tail=-1 | awk '{print $NF}' | sort | uniq -c\n```\n",
        reports: [
          '2:49-2:52 Found `$NF` of a log line, expected the field by its name, as with `jq`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const call of callsOf(node, 'awk', 'gawk', 'mawk')) {
          const program = call.args.find(({text}) => !text.startsWith('-'));
          const found = /\$NF\b|\$\(NF(?:-\d+)?\)/.exec(program?.text ?? '');
          if (program === undefined || found === null || !readsLogs(call, node.script)) continue;
          // A separator of its own makes the fields those of the format.
          if (call.args.some(({text}) => text.startsWith('-F'))) continue;
          const from = program.start + found.index;
          const at = node.place(from, from + found[0].length);
          report({at, message: 'last', data: {field: found[0]}});
        }
      },
    };
  },
});
