import type {SimpleCommand} from '../../../shell';
import type {ScriptNode} from '../../node';
import {defineRule} from '../../rule';

/** No program has such a name; `-rw-r--r--` and `-bash:` are output. */
const FLAG = /^(?:-[A-Za-z]|--[a-z][a-z0-9-]*[a-z0-9])(?:=.*)?$/;
const COMMENTS = /^[ \t]*(?:\\\n[ \t]*)?(?:#[^\n]*)?\n(?:[ \t]*#[^\n]*\n)*[ \t]*$/;
/** `\ ` in the place of `\` is said by another rule. */
const ESCAPED = /\s\\[ \t]/;
const LINE_BREAK = /^[ \t]*\n[ \t]*$/;

export default defineRule({
  id: 'shell/no-lost-continuation',
  summary: 'Disallow a line that begins with a flag',
  why: 'The line above lacks its `\\`, so that bash runs the command without the flag, and then looks for a program that is called `--namespace`.',
  severity: 'error',
  messages: {
    lost: 'Found `{{flag}}` at the start of a command, expected a `\\` at the end of the line above.',
    comment:
      'Found `{{flag}}` at the start of a command, expected no comment between the lines of one command.',
  },
  examples: {
    good: [
      {
        title: 'a continued command',
        source: '```bash\nkubectl get pods \\\n  --namespace sql-studio \\\n  -o wide\n```\n',
      },
      {
        title: 'flags that are listed, and files that are',
        source:
          '```bash\n--storage.tsdb.retention.time=15d\n--web.enable-lifecycle\n```\n\n```bash\nls -l\n-rw-r--r-- 1 root root 12 heap.prof\n```\n',
      },
    ],
    bad: [
      {
        title: 'a lost backslash',
        source: '```bash\nkubectl get pods -o wide\n  --namespace sql-studio\n```\n',
        reports: [
          '3:3-3:14 Found `--namespace` at the start of a command, expected a `\\` at the end of the line above.',
        ],
        fixed: '```bash\nkubectl get pods -o wide \\\n  --namespace sql-studio\n```\n',
      },
      {
        title: 'a comment in the middle',
        source: '```bash\nkubectl get pods \\\n  # all of them\n  --namespace sql-studio\n```\n',
        reports: [
          '4:3-4:14 Found `--namespace` at the start of a command, expected no comment between the lines of one command.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script(script) {
        const {shell, place} = script;
        if (shell.errors.length > 0) return;
        const found = new Set<SimpleCommand>();
        for (const [index, command] of shell.commands.entries()) {
          const {name} = command;
          const above = shell.commands[index - 1];
          if (!isFlag(command) || name === undefined || above === undefined) continue;
          const between = shell.script.slice(above.end, command.start);
          const isListed = isFlag(above) && !found.has(above);
          if (isListed || !COMMENTS.test(between) || ESCAPED.test(above.text)) continue;
          found.add(command);
          const at = place(name.start, name.end);
          const data = {flag: name.text};
          if (!LINE_BREAK.test(between)) report({at, message: 'comment', data});
          else report({at, message: 'lost', data, fix: [continuation(above, script)]});
        }
      },
    };
  },
});

function isFlag({name, stage}: SimpleCommand): boolean {
  return stage.index === 0 && FLAG.test(name?.value ?? '');
}

function continuation({end}: SimpleCommand, {place}: ScriptNode) {
  return {span: place(end, end), text: ' \\'};
}
