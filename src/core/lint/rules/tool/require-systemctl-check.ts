import {callsOf} from '../../shell/calls';
import type {ProgramCall} from '../../shell/calls';
import type {CommandNode, Place} from '../../node';
import {readOptions} from '../../shell/options';
import {defineRule} from '../../rule';

const CHANGING = new Set(['stop', 'restart', 'try-restart', 'reload-or-restart']);
const CHECKING = new Set(['is-active', 'status', 'is-failed', 'show', 'list-units', '--failed']);
/** Each shows whether what was restarted is there again. */
const LOOKING = [
  'journalctl',
  'curl',
  'wget',
  'nc',
  'ps',
  'pgrep',
  'ss',
  'netstat',
  'service',
  'crictl',
  'docker',
  'kubectl',
  'tail',
  'psql',
  'mysqladmin',
  'redis-cli',
  'pg_isready',
  'rabbitmqctl',
  'nginx',
];

export default defineRule({
  id: 'tool/require-systemctl-check',
  summary: 'Require a look at a unit after `systemctl stop` or `restart`',
  why: 'A unit that dies a second after its start was restarted with success: `systemctl` has long returned 0.',
  severity: 'warning',
  messages: {
    check:
      'Found `systemctl {{verb}} {{unit}}` and no look at it below, expected `systemctl is-active {{unit}}`.',
  },
  examples: {
    good: [
      {
        title: 'a look below, in the same block or in a later one',
        source:
          '```bash\nsudo systemctl restart nginx\nsystemctl is-active nginx\n```\n\n```bash\nsystemctl restart kubelet\n```\n\n```bash\njournalctl -u kubelet --since=-1m\n```\n',
      },
    ],
    bad: [
      {
        title: 'nobody looks',
        source: '```bash\nsystemctl status nginx\nsudo systemctl restart nginx\n```\n',
        reports: [
          '3:16-3:29 Found `systemctl restart nginx` and no look at it below, expected `systemctl is-active nginx`.',
        ],
      },
    ],
  },
  check({report}) {
    let open: readonly Change[] = [];
    return {
      command(node) {
        if (looks(node)) open = [];
        open = [...open, ...callsOf(node, 'systemctl').flatMap(call => changeOf(call, node.place))];
      },
      file() {
        for (const {verb, unit, start, end, place} of open) {
          report({at: place(start, end), message: 'check', data: {verb, unit}});
        }
      },
    };
  },
});

type Change = {
  readonly verb: string;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
};

function changeOf({args}: ProgramCall, place: Place): readonly Change[] {
  const [verb, unit] = readOptions(args, {taking: 'ntpHMo'}).operands;
  if (verb?.value === undefined || unit === undefined || !CHANGING.has(verb.value)) return [];
  return [{verb: verb.value, unit: unit.text, start: verb.start, end: unit.end, place}];
}

function looks(node: CommandNode): boolean {
  if (callsOf(node, ...LOOKING).length > 0) return true;
  return callsOf(node, 'systemctl').some(({args}) =>
    args.some(({value}) => CHECKING.has(value ?? '')),
  );
}
