import {callsOf} from '../../shell/calls';
import {GREPS, grepPattern} from '../../tool/grep-pattern';
import {readsLogs} from '../../tool/log-source';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/prefer-jq',
  summary: 'Require `jq` where the fields of JSON logs are searched',
  why: 'JSON has no fixed order and no fixed blanks: after the next release of a library the pattern finds nothing, and the reader takes that for good news.',
  severity: 'warning',
  messages: {
    json: "Found `{{program}}` for the field `{{field}}` of a JSON log, expected `jq`, such as `jq -R 'fromjson? | select(.{{field}} …)'`.",
  },
  examples: {
    good: [
      {
        title: 'jq, and a text',
        source:
          "```bash\nkubectl logs -l app=web --tail=-1 | jq -R 'fromjson? | select(.status >= 500)'\nkubectl logs -l app=web --tail=-1 | grep 'connection refused'\ngrep '\"name\":' package.json\n```\n",
      },
    ],
    bad: [
      {
        title: 'a field that is searched as text',
        source: '```bash\nkubectl logs -l app=web --tail=-1 | grep \'"status":5\'\n```\n',
        reports: [
          "2:42-2:54 Found `grep` for the field `status` of a JSON log, expected `jq`, such as `jq -R 'fromjson? | select(.status …)'`.",
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const call of callsOf(node, ...GREPS)) {
          const pattern = grepPattern(call);
          const field = /(?:^|\W)([A-Za-z_]\w*)\\?"\\?[\s*]*:/.exec(pattern?.text ?? '')?.[1];
          if (pattern === undefined || field === undefined || !readsLogs(call, node.script))
            continue;
          const {start, end} = pattern.word;
          report({at: node.place(start, end), message: 'json', data: {program: call.name, field}});
        }
      },
    };
  },
});
