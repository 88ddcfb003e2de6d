import {pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

const BUILTINS = new Set(['cd', 'export', 'source']);

export default defineRule({
  id: 'kubectl/no-builtin-in-exec',
  summary: 'Disallow commands of a shell behind `exec --`',
  why: 'They are no programs, and `exec` starts no shell: the container finds nothing of that name, and what follows `&&` runs on the machine of the reader.',
  severity: 'error',
  messages: {
    builtin:
      "Found `{{builtin}}`, which only a shell knows, expected `sh -c '{{builtin}} … && …'`.",
  },
  examples: {
    good: [
      {
        title: 'a shell that changes the folder',
        source: "```bash\nkubectl exec web-0 -- sh -c 'cd /data && ls'\n```\n",
      },
    ],
    bad: [
      {
        title: 'a folder that nobody changes to, and a list of the wrong one',
        source: '```bash\nkubectl exec web-0 -- cd /data && ls\n```\n',
        reports: ["2:23-2:25 Found `cd`, which only a shell knows, expected `sh -c 'cd … && …'`."],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const [word] = node.kubectl.afterDash ?? [];
        const builtin = word?.value;
        if (word === undefined || builtin === undefined || pathOf(node) !== 'exec') return;
        if (!BUILTINS.has(builtin)) return;
        report({at: node.place(word.start, word.end), message: 'builtin', data: {builtin}});
      },
    };
  },
});
