import {programName} from '../../../shell';
import type {CommandLayer, Shell, SimpleCommand} from '../../../shell';
import {defineRule} from '../../rule';

const ENDING = new Set(['reboot', 'poweroff', 'halt', 'shutdown']);

export default defineRule({
  id: 'shell/no-command-after-reboot',
  summary: 'Disallow commands behind one that restarts or stops the machine',
  why: 'The shell goes down with the machine, so that nothing behind it in the block runs.',
  severity: 'error',
  messages: {
    after:
      'Found `{{program}}`, which ends this shell, before `{{next}}`; expected it as the last command of its block.',
  },
  examples: {
    good: [
      {
        title: 'at the end, on another host, or at a later time',
        source:
          '```bash\nsync\nsudo reboot\n```\n\n```bash\nssh web-1 sudo reboot\nping -c 3 web-1\nshutdown -r +10\nwall "Restart in ten minutes"\n```\n',
      },
    ],
    bad: [
      {
        title: 'a check that never runs',
        source: '```bash\nsudo systemctl reboot\nuptime\n```\n',
        reports: [
          '2:1-2:22 Found `sudo systemctl reboot`, which ends this shell, before `uptime`; expected it as the last command of its block.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command({command, layers, script: {shell, block}, place}) {
        if (command.within.length > 0 || command.background || block.normalized === undefined)
          return;
        if (block.normalized.prompts.length > 0) return;
        const ending = layers.find(endsShell);
        const [program] = ending?.argv ?? [];
        const next = program && nextLine(shell, command);
        if (next === undefined) return;
        const {start, end} = command;
        const data = {program: command.text, next: next.words[0]?.text ?? next.text};
        report({at: place(start, end), message: 'after', data});
      },
    };
  },
});

function endsShell({argv, away, nested, via}: CommandLayer): boolean {
  const [program, ...args] = argv;
  const name = programName(program) ?? '';
  if (away || nested !== undefined || (via !== undefined && via !== 'sudo')) return false;
  const texts = args.map(({text}) => text);
  if (name === 'systemctl') return /^(?:reboot|poweroff|halt)$/.test(texts.join(' '));
  if (!ENDING.has(name) || texts.some(text => /^--?(?:help|c|k|w|wtmp-only)$/.test(text)))
    return false;
  return name !== 'shutdown' || texts.includes('now') || texts.includes('+0');
}

/** Only what stands on a line of its own: `reboot || echo failed` is fine. */
function nextLine({commands, script}: Shell, command: SimpleCommand): SimpleCommand | undefined {
  return commands.find(
    ({start, name}) =>
      name !== undefined &&
      start >= command.end &&
      /^[ \t]*(?:;|\n|&&)/.test(script.slice(command.end, start)),
  );
}
