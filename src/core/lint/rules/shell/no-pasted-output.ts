import {isPastedText} from '../../pasted-text';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-pasted-output',
  summary: 'Disallow text in a shell block that is no command',
  why: 'Whoever copies the block runs the text too. In a block of its own it is what it is: something to read.',
  severity: 'warning',
  messages: {
    pasted:
      'Found text that bash cannot read as a command, expected it in a block of its own with the language `text`.',
  },
  examples: {
    good: [
      {
        title: 'output behind a prompt, or in a block of its own',
        source:
          '```console\n$ kubectl get pods\nNAME   RESTARTS\nweb-0  1 (3d ago)\n```\n\n```text\nweb-0  1 (3d ago)\n```\n',
      },
    ],
    bad: [
      {
        title: 'output below its command',
        source: '```bash\nkubectl get pods\nNAME   RESTARTS\nweb-0  1 (3d ago)\n```\n',
        reports: [
          '4:1-4:18 Found text that bash cannot read as a command, expected it in a block of its own with the language `text`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script(script) {
        const error = script.shell.errors.find(candidate => isPastedText(candidate, script));
        if (error === undefined) return;
        const {shell, place} = script;
        const start = shell.script.lastIndexOf('\n', Math.max(0, error.start - 1)) + 1;
        const end = shell.script.indexOf('\n', error.start);
        const at = place(start, end === -1 ? shell.script.length : end);
        report({at, message: 'pasted', data: {}});
      },
    };
  },
});
