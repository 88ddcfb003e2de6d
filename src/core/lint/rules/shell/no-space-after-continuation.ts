import type {SimpleCommand, Word} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-space-after-continuation',
  summary: 'Disallow blanks and comments behind the backslash that continues a line',
  why: 'The backslash then escapes the blank and not the line break: the command ends there, and the next line runs as a command of its own.',
  severity: 'error',
  messages: {
    space: 'Found a blank behind the `\\`, expected the end of the line.',
    comment: 'Found a comment behind the `\\`, expected the end of the line.',
  },
  examples: {
    good: [
      {
        title: 'a continued line, and an escaped blank',
        source: '```bash\nkubectl get pods \\\n  -n sql-studio\nls My\\ Documents # all\n```\n',
      },
    ],
    bad: [
      {
        title: 'a blank that nobody sees',
        source: '```bash\nkubectl get pods \\ \n  -n sql-studio\n```\n',
        reports: ['2:19-2:20 Found a blank behind the `\\`, expected the end of the line.'],
        fixed: '```bash\nkubectl get pods \\\n  -n sql-studio\n```\n',
      },
      {
        title: 'a comment that becomes an argument',
        source: '```bash\nkubectl get pods \\ # all of them\n  -n sql-studio\n```\n',
        reports: ['2:19-2:33 Found a comment behind the `\\`, expected the end of the line.'],
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
        const comment = command.words.find(word => isComment(word, command, shell.script));
        if (comment === undefined) return;
        const at = place(comment.start + 1, endOfLine(shell.script, comment.end));
        report({at, message: 'comment', data: {}});
      },
    };
  },
});

/** `\ # text` is the argument ` #`, with more below: bash saw no comment and no continuation. */
function isComment({text, start}: Word, {name}: SimpleCommand, script: string): boolean {
  if (start === name?.start || !/^\\[ \t](?:#|$)/.test(text)) return false;
  return /^\\[ \t]+#[^\n]*\n[ \t]+-/.test(script.slice(start));
}

function endOfLine(script: string, from: number): number {
  const end = script.indexOf('\n', from);
  return end === -1 ? script.length : end;
}
