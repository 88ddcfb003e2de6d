import type {SimpleCommand} from '../../../shell';
import type {CommandNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-misplaced-bracket',
  summary: 'Disallow tests whose brackets have no blank beside them',
  why: '`[` is a program: bash looks for one called `[-f`, finds none, and takes the test for failed.',
  severity: 'error',
  messages: {
    open: 'Found `{{found}}`, which bash takes for the name of a program, expected a blank after `[`.',
    close: 'Found `[` without a `]` of its own at its end, expected a blank before `]`.',
  },
  examples: {
    good: [
      {
        title: 'blanks, and patterns',
        source:
          '```bash\nif [ -f /etc/web.conf ]; then echo yes; fi\n[[ -n "$HOME" ]] && ls [a-z]*\ntest -f x\n```\n',
      },
    ],
    bad: [
      {
        title: 'without blanks',
        source:
          '```bash\nif [-f /etc/web.conf ]; then echo yes; fi\nif [ -f /etc/web.conf]; then echo yes; fi\n```\n',
        reports: [
          '2:4-2:7 Found `[-f`, which bash takes for the name of a program, expected a blank after `[`.',
          '3:4-3:5 Found `[` without a `]` of its own at its end, expected a blank before `]`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({command, script, place}) {
        const {name, args} = command;
        if (name === undefined || !name.text.startsWith('[') || isPasted(command, script)) return;
        const at = place(name.start, name.end);
        const last = args.at(-1);
        if (name.text === '[') {
          if (last !== undefined && /[^\]]\]$/.test(last.text))
            report({at, message: 'close', data: {}});
        } else if (/^\[(?:-[a-z]|[!"$])/.test(name.text) && last?.text.endsWith(']') === true) {
          report({at, message: 'open', data: {found: name.text}});
        }
      },
    };
  },
});

/** A line of a log may begin with a bracket. */
function isPasted({start, within}: SimpleCommand, {shell}: CommandNode['script']): boolean {
  const before = shell.script.slice(Math.max(0, start - 20), start);
  return within.length === 0 && !/(?:\b(?:if|while|until|elif)|!|&&|\|\|)\s+$/.test(before);
}
