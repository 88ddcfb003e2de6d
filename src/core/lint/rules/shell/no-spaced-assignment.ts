import {programName} from '../../../shell';
import type {CommandNode} from '../../node';
import {defineRule} from '../../rule';

/** Programs to which `=` is an argument like any other. */
const COMPARING = new Set(['test', '[', 'expr', 'echo', 'printf', 'print', 'git', 'let']);
const DECLARING = new Set(['export', 'local', 'declare', 'typeset', 'readonly', 'alias']);

export default defineRule({
  id: 'shell/no-spaced-assignment',
  summary: 'Disallow blanks around the `=` of an assignment',
  why: 'bash takes the name for a program and `=` for its argument. The variable stays empty, and the commands below act on an empty name.',
  severity: 'warning',
  messages: {
    spaced: 'Found `{{found}}` with blanks around `=`, expected `{{name}}=…` without them.',
  },
  examples: {
    good: [
      {
        title: 'no blanks, and comparisons',
        source:
          '```bash\nPOD=web-0\nexport REGION=eu-west-1\n[ "$POD" = web-0 ]\nexpr 1 = 1\n```\n',
      },
    ],
    bad: [
      {
        title: 'blanks',
        source: '```bash\nPOD = $(kubectl get pods -o name)\nexport REGION = eu-west-1\n```\n',
        reports: [
          '2:1-2:6 Found `POD =` with blanks around `=`, expected `POD=…` without them.',
          '3:8-3:16 Found `REGION =` with blanks around `=`, expected `REGION=…` without them.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({command, script, place}) {
        const [first, second, third] = command.words;
        const program = programName(first);
        if (program === undefined || second === undefined || isText(script)) return;
        const [name, equals] = DECLARING.has(program) ? [second, third] : [first, second];
        if (name === undefined || equals?.text !== '=' || COMPARING.has(program)) return;
        if (!/^[A-Za-z_]\w*$/.test(name.text)) return;
        const found = `${name.text} =`;
        const at = place(name.start, equals.end);
        report({at, message: 'spaced', data: {found, name: name.text}});
      },
    };
  },
});

/** A configuration file in a block of the shell: there the blanks are right and the language is not. */
function isText({shell}: CommandNode['script']): boolean {
  return shell.commands.length > 1 && shell.commands.every(({args}) => args[0]?.text === '=');
}
