import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-space-after-continuation',
  summary: 'Disallow blanks behind the backslash that continues a line',
  why: 'The backslash then escapes the blank and not the line break: the command ends there, and the next line runs as a command of its own.',
  severity: 'error',
  messages: {space: 'Found a blank behind the `\\`, expected the end of the line.'},
  examples: {
    good: [
      {
        title: 'a continued line, and an escaped blank',
        source: '```bash\nkubectl get pods \\\n  -n sql-studio\nls My\\ Documents\n```\n',
      },
    ],
    bad: [
      {
        title: 'a blank that nobody sees',
        source: '```bash\nkubectl get pods \\ \n  -n sql-studio\n```\n',
        reports: ['2:19-2:20 Found a blank behind the `\\`, expected the end of the line.'],
        fixed: '```bash\nkubectl get pods \\\n  -n sql-studio\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      command({command, script: {shell}, place}) {
        for (const {text, end} of command.words) {
          const blanks = /^[ \t]*(?=\n)/.exec(shell.script.slice(end))?.[0];
          if (blanks === undefined || !/(?:^|[^\\])(?:\\\\)*\\[ \t]$/.test(text)) continue;
          const at = place(end - 1, end + blanks.length);
          report({at, message: 'space', data: {}, fix: [{span: at, text: ''}]});
        }
      },
    };
  },
});
