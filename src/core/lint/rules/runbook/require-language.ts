import {commandLayers, parseShell, programName} from '../../../shell';
import {defineRule} from '../../rule';

/** Programs that nothing but a command begins with. */
const PROGRAMS = new Set(
  'kubectl helm oc curl wget sudo ssh scp systemctl journalctl docker docker-compose terraform ansible-playbook aws gcloud az redis-cli promtool amtool cmctl velero'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'runbook/require-language',
  summary: 'Require the language of a code block that holds shell commands',
  why: 'Without `bash` behind its fence the block has no colours, and none of its commands is checked.',
  severity: 'info',
  messages: {
    missing: 'Found a block that begins with `{{program}}` and has no language, expected `bash`.',
  },
  examples: {
    good: [
      {
        title: 'a language, and blocks that may be output',
        source:
          '```bash\nkubectl get pods\n```\n\n```\nNAME   READY\nweb-0  1/1\n```\n\n```\nkubectl get pods\nNAME   READY\n```\n',
      },
    ],
    bad: [
      {
        title: 'commands from the first line to the last',
        source: '```\n# Which pods are there?\nkubectl get pods -n sql-studio\n```\n',
        reports: [
          '1:1-1:4 Found a block that begins with `kubectl` and has no language, expected `bash`.',
        ],
        fixed: '```bash\n# Which pods are there?\nkubectl get pods -n sql-studio\n```\n',
      },
    ],
  },
  check({report}) {
    return {
      block({fenced, closed, language, infoSpan, text}) {
        if (!fenced || !closed || language !== '') return;
        const program = programOf(text);
        if (program === undefined) return;
        const at = infoSpan;
        const fix = [{span: {start: at.end, end: at.end}, text: 'bash'}];
        report({at, message: 'missing', data: {program}, fix});
      },
    };
  },
});

/** The first program, where all that the text holds are commands of such programs. */
function programOf(text: string): string | undefined {
  if (!/^\s*(?:#[^\n]*\n\s*)*(?:[a-z-]+)\s/.test(text)) return undefined;
  const shell = parseShell(text);
  const isShell =
    shell.errors.length === 0 &&
    shell.commands.every(
      command =>
        command.stage.index > 0 ||
        commandLayers(command).some(
          ({argv}) => argv.length > 1 && PROGRAMS.has(programName(argv[0]) ?? ''),
        ),
    );
  const first = programName(shell.commands[0]?.name);
  return isShell && first !== undefined && PROGRAMS.has(first) ? first : undefined;
}
