import {callsOf} from '../../shell/calls';
import {GREPS, grepPattern} from '../../tool/grep-pattern';
import {defineRule} from '../../rule';

/** A field, and behind it at least so many digits; an exact count is the form of a date or a code. */
const COUNTED = /(?:["\w]\s*[:=]\s*\\?["']?)(\[0-9\]|\\d|\[\[:digit:\]\])\\?\{(\d+),\\?\}/;

export default defineRule({
  id: 'tool/no-digit-count-threshold',
  summary: 'Disallow a number of digits in the place of a threshold',
  why: '`[0-9]\\{4,\\}` means 1000 and more, whatever the text says, and `500.5` and `0999` count by their form.',
  severity: 'warning',
  messages: {
    digits:
      'Found `{{pattern}}`, which means {{least}} and more, expected a comparison of numbers, as with `jq` or `awk`.',
  },
  examples: {
    good: [
      {
        title: 'a comparison, and the form of a date',
        source:
          "```bash\nkubectl logs web-0 | jq -R 'fromjson? | select(.duration_ms > 500)'\ngrep -E 'date=[0-9]{4}-[0-9]{2}' web.log\n```\n",
      },
    ],
    bad: [
      {
        title: 'four digits for 500 ms',
        source: "```bash\ngrep 'duration_ms\":[0-9]\\{4,\\}' web.log\n```\n",
        reports: [
          '2:20-2:31 Found `[0-9]\\{4,\\}`, which means 1000 and more, expected a comparison of numbers, as with `jq` or `awk`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const call of callsOf(node, ...GREPS)) {
          const pattern = grepPattern(call);
          const [, , digits = ''] = COUNTED.exec(pattern?.text ?? '') ?? [];
          if (pattern === undefined || pattern.syntax === 'fixed' || !/^[2-9]$/.test(digits))
            continue;
          const {start, end, text} = pattern.word;
          const shown = /(?:\[0-9\]|\\d|\[\[:digit:\]\])\\*\{\d,\\*\}/.exec(text)?.[0] ?? text;
          const from = start + Math.max(0, text.indexOf(shown));
          const at = node.place(from, Math.min(end, from + shown.length));
          const least = `1${'0'.repeat(Number(digits) - 1)}`;
          report({at, message: 'digits', data: {pattern: shown, least}});
        }
      },
    };
  },
});
