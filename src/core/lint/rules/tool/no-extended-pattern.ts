import {callsOf} from '../../shell/calls';
import {grepPattern} from '../../tool/grep-pattern';
import {defineRule} from '../../rule';

/** Signs that no literal text has: alternatives between words, a repeated class or group, `\d`. */
const SIGNS: readonly RegExp[] = [
  /(?<!\\)\|(?=[\w"'(^[ ])/,
  /(?<=[\w)\]])(?<!\\)\{\d+(?:,\d*)?\}/,
  /(?<=\]|[^\\]\))\+/,
  /\\d[+*]?/,
];

export default defineRule({
  id: 'tool/no-extended-pattern',
  summary: 'Disallow extended patterns in `grep` without `-E`',
  why: 'Without `-E`, `a|b` is the text `a|b`. grep finds nothing, and the reader takes that for good news.',
  severity: 'warning',
  messages: {
    extended:
      'Found `{{sign}}` in a basic pattern, where grep reads it as text, expected `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'with -E, with the escapes of basic patterns, or fixed text',
        source:
          "```bash\ngrep -E 'error|fatal' web.log\ngrep 'error\\|fatal' web.log\ngrep -F 'a|b' table.md\ngrep '| web |' table.md\ngrep -P '\\d{3}' web.log\ngrep 'f(x) + 1' web.go\n```\n",
      },
    ],
    bad: [
      {
        title: 'alternatives that are none',
        source:
          "```bash\nkubectl logs web-0 | grep -i 'error|fatal'\ngrep '[0-9]{3}' web.log\ngrep '\\d+' web.log\n```\n",
        reports: [
          '2:30-2:43 Found `|` in a basic pattern, where grep reads it as text, expected `grep -E`.',
          '3:6-3:16 Found `{3}` in a basic pattern, where grep reads it as text, expected `grep -E`.',
          '4:6-4:11 Found `\\d+` in a basic pattern, where grep reads it as text, expected `[0-9]`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const call of callsOf(node, 'grep', 'zgrep')) {
          const pattern = grepPattern(call);
          if (pattern?.syntax !== 'basic' || /\\[|{(]/.test(pattern.text)) continue;
          const sign = SIGNS.map(one => one.exec(pattern.text)?.[0]).find(Boolean);
          if (sign === undefined || isTable(pattern.text)) continue;
          const {start, end} = pattern.word;
          const data = {sign, wanted: sign.startsWith('\\d') ? '[0-9]' : `${call.name} -E`};
          report({at: node.place(start, end), message: 'extended', data});
        }
      },
    };
  },
});

/** Cells of a table, and fields that `|` separates, begin or end with it or have blanks around. */
function isTable(text: string): boolean {
  return /^\^?\s*\||\|\s*\$?$|\s\|\s|\|\||\^[^|]*\|/.test(text);
}
