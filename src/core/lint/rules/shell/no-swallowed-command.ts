import {defineRule} from '../../rule';

/** Programs that never take their own name for an argument. */
const PROGRAMS = new Set(
  'kubectl oc helm curl aws gcloud docker systemctl journalctl psql'.split(' '),
);

export default defineRule({
  id: 'shell/no-swallowed-command',
  summary: 'Disallow a continuation before a line that is a command of its own',
  why: 'The backslash joins the lines, so the second command becomes arguments of the first. It never runs.',
  severity: 'error',
  messages: {
    swallowed:
      'Found `{{program}}` as an argument of the `{{program}}` above, expected no `\\` at the end of the line before.',
  },
  examples: {
    good: [
      {
        title: 'options on lines of their own',
        source:
          '```bash\nkubectl get pods \\\n  -n shop\nkubectl exec web-0 -- \\\n  kubectl version\nkubectl get pods && \\\nkubectl get svc\n```\n',
      },
    ],
    bad: [
      {
        title: 'two commands in one',
        source: '```bash\nkubectl get pods -n shop \\\nkubectl get svc -n shop\n```\n',
        reports: [
          '3:1-3:8 Found `kubectl` as an argument of the `kubectl` above, expected no `\\` at the end of the line before.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({command, script, place}) {
        const program = command.name?.value ?? '';
        if (!PROGRAMS.has(program)) return;
        const at = command.args.findIndex(({text}) => text === program || text === '--');
        const word = command.args[at];
        if (word === undefined || word.text === '--') return;
        const before = script.shell.script.slice(command.start, word.start);
        if (!/\\\n[ \t]*$/.test(before)) return;
        report({at: place(word.start, word.end), message: 'swallowed', data: {program}});
      },
    };
  },
});
