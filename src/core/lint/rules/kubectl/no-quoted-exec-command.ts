import {pathOf} from '../../kubectl/call';
import type {Word} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-quoted-exec-command',
  summary: 'Disallow a whole command in one word behind `exec --`',
  why: 'No shell takes it apart: the container looks for a program whose name has a space in it, and there is none.',
  severity: 'error',
  messages: {
    quoted:
      'Found the one word `{{word}}`, expected `{{program}}` and its arguments as words of their own, or `sh -c {{word}}`.',
  },
  examples: {
    good: [
      {
        title: 'words, and a script for a shell',
        source:
          '```bash\nkubectl exec web-0 -- ls -l /data\nkubectl exec web-0 -- sh -c "ls -l /data | wc -l"\n```\n',
      },
    ],
    bad: [
      {
        title: 'a command in quotes',
        source: '```bash\nkubectl exec web-0 -- "ls -l /data"\n```\n',
        reports: [
          '2:23-2:36 Found the one word `"ls -l /data"`, expected `ls` and its arguments as words of their own, or `sh -c "ls -l /data"`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const [word] = node.kubectl.afterDash ?? [];
        if (word === undefined || pathOf(node) !== 'exec') return;
        const [, name, path] = COMMAND.exec(shapeOf(word)) ?? [];
        const program = name ?? path;
        if (program === undefined) return;
        const at = node.place(word.start, word.end);
        report({at, message: 'quoted', data: {word: word.text, program}});
      },
    };
  },
});

/** A name without a folder and something behind it, or a path and an option. */
const COMMAND = /^([a-z][\w.-]*) +\S|^(\/[\w./-]+) +-/;

/** The word with each expansion as one letter; what begins with one can be anything. */
function shapeOf({parts}: Word): string {
  if (parts[0]?.kind !== 'literal') return '';
  return parts.map(part => (part.kind === 'literal' ? part.value : 'x')).join('');
}
