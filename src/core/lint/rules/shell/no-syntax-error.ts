import {isPastedText} from '../../shell/pasted-text';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-syntax-error',
  summary: 'Disallow shell blocks that bash cannot parse',
  why: 'bash stops at the mistake, after the lines above it have already run.',
  severity: 'error',
  messages: {syntax: '{{message}}'},
  examples: {
    good: [{title: 'a complete loop', source: '```bash\nfor i in 1 2; do echo "$i"; done\n```\n'}],
    bad: [
      {
        title: 'a loop without its end',
        source: '```bash\nfor i in 1 2; do echo "$i"\n```\n',
        reports: ['2:27-2:27 Unexpected end of the script, expected `done` to close `for`.'],
      },
      {
        title: 'a here-document without its end, which bash lets pass with a warning',
        source:
          "```bash\ncat > web.yaml <<'EOF'\nkind: Pod\n  EOF\nkubectl apply -f web.yaml\n```\n",
        reports: [
          '2:18-2:23 Unexpected end of the script in a here-document, expected a line `EOF`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script(script) {
        // After the first piece of text that is no command, bash and we disagree about the rest.
        if (script.shell.errors.some(error => isPastedText(error, script))) return;
        for (const {message, start, end} of script.shell.errors) {
          report({at: script.place(start, end), message: 'syntax', data: {message}});
        }
      },
    };
  },
});
