import type {ScriptNode} from '../../node';
import {isPastedText, outputLine} from '../../shell/pasted-text';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'shell/no-pasted-output',
  summary: 'Disallow text in a shell block that is no command',
  why: 'Whoever copies the block runs the text too. In a block of its own it is what it is: something to read.',
  severity: 'warning',
  messages: {
    pasted:
      'Found text that bash cannot read as a command, expected it in a block of its own with the language `text`.',
    output:
      'Found what a command prints, expected it in a block of its own with the language `text`.',
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
        title: 'a table below its command',
        source:
          '```bash\nkubectl get pods\nNAME    READY   STATUS    RESTARTS   AGE\nweb-0   1/1     Running   0          3d\n```\n',
        reports: [
          '3:1-3:41 Found what a command prints, expected it in a block of its own with the language `text`.',
        ],
      },
      {
        title: 'text that is no command at all',
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
        const output = outputLine(script);
        const isFirst = error === undefined || (output !== undefined && output.start < error.start);
        const start = isFirst ? output?.start : error.start;
        if (start === undefined) return;
        const at = lineOf(start, script);
        report({at, message: isFirst ? 'output' : 'pasted', data: {}});
      },
    };
  },
});

function lineOf(offset: number, {shell: {script}, place}: ScriptNode) {
  const end = script.indexOf('\n', offset);
  const start = script.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  return place(start, end === -1 ? script.length : end);
}
