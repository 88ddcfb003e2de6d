import {programName} from '../../../shell';
import type {SimpleCommand} from '../../../shell';
import {callsOf, stagesOf} from '../../shell/calls';
import {defineRule} from '../../rule';

const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash']);
/** They read a script from the pipe where no argument names one. */
const INTERPRETERS = new Set(['python', 'python3', 'perl', 'ruby', 'node', 'php']);
const SOURCING = new Set(['source', '.']);

export default defineRule({
  id: 'shell/no-piped-installer',
  summary: 'Disallow a download that goes straight into a shell',
  why: 'Nobody has seen what runs, it may differ from what ran last time, and a connection that breaks off leaves half of it done.',
  severity: 'warning',
  messages: {
    piped:
      'Found `{{program}}` into `{{shell}}`, expected the script in a file whose checksum is compared before it runs.',
  },
  examples: {
    good: [
      {
        title: 'a file that is checked',
        source:
          '```bash\ncurl -fsSL --max-time 60 -o install.sh https://get.sqlstudio.io\nsha256sum -c install.sh.sha256\nbash install.sh\n```\n',
      },
    ],
    bad: [
      {
        title: 'whatever comes',
        source:
          '```bash\ncurl -fsSL https://get.sqlstudio.io | sudo bash\nbash <(curl -fsSL https://get.sqlstudio.io)\nsource <(curl -fsSL https://get.sqlstudio.io)\ncurl -fsSL https://get.sqlstudio.io | python3 -\n```\n',
        reports: [
          '2:1-2:5 Found `curl` into `bash`, expected the script in a file whose checksum is compared before it runs.',
          '3:8-3:12 Found `curl` into `bash`, expected the script in a file whose checksum is compared before it runs.',
          '4:10-4:14 Found `curl` into `source`, expected the script in a file whose checksum is compared before it runs.',
          '5:1-5:5 Found `curl` into `python3`, expected the script in a file whose checksum is compared before it runs.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        const {command, script, place} = node;
        const [call] = callsOf(node, 'curl', 'wget');
        if (call === undefined || call.layer.away) return;
        const runner =
          stagesOf(call.layer, script).find(
            stage => stage.stage.index > command.stage.index && isShell(stage),
          ) ??
          (isSubstituted(command)
            ? script.shell.commands.find(other => substitutes(other, command))
            : undefined);
        if (runner === undefined) return;
        const data = {program: call.name, shell: shellOf(runner)};
        report({at: place(call.program.start, call.program.end), message: 'piped', data});
      },
    };
  },
});

/** A shell that reads its script from the pipe: without a file, or with `-s`. */
function isShell({words}: SimpleCommand): boolean {
  const own = programName(words[0]) === 'sudo' ? words.slice(1) : words;
  const rest = own.filter(({text}) => !/^-[EHn]+$|^\w+=/.test(text));
  const [shell, ...args] = rest;
  if (INTERPRETERS.has(programName(shell) ?? '')) {
    return args.length === 0 || (args.length === 1 && args[0]?.text === '-');
  }
  if (!SHELLS.has(programName(shell) ?? '')) return false;
  return args.every(({text}) => text.startsWith('-')) || args.some(({text}) => text === '-s');
}

function isSubstituted({within}: SimpleCommand): boolean {
  return within.some(({kind}) => kind.endsWith('substitution'));
}

/** `bash <(curl …)` and `sh -c "$(curl …)"`. */
function substitutes({name, args}: SimpleCommand, {start, end}: SimpleCommand): boolean {
  const program = programName(name) ?? '';
  if (!SHELLS.has(program) && !SOURCING.has(program)) return false;
  return args.some(({parts}) =>
    parts.some(
      part =>
        (part.kind === 'process-substitution' || part.kind === 'substitution') &&
        part.start <= start &&
        end <= part.end,
    ),
  );
}

function shellOf({words}: SimpleCommand): string {
  const names = words.map(programName).filter(name => name !== undefined);
  return names.find(isRunner) ?? 'sh';
}

function isRunner(name: string): boolean {
  return SHELLS.has(name) || INTERPRETERS.has(name) || SOURCING.has(name);
}
