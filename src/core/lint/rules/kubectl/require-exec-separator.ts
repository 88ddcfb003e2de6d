import {findFlag} from '../../../kubectl';
import {programName} from '../../../shell';
import type {Word} from '../../../shell';
import {isBefore} from '../../kubectl/kubectl-version';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-exec-separator',
  summary: 'Require `--` before the command that `kubectl exec` runs',
  why: 'Since kubectl 1.31 `exec POD COMMAND` is an error, and before that kubectl took the flags of the command for its own.',
  severity: 'error',
  messages: {
    separator: 'Found the command `{{command}}` without a separator, expected `--` before it.',
  },
  examples: {
    good: [
      {
        title: 'with a separator',
        source: '```bash\nkubectl exec "$POD" -n sql-studio -- env\n```\n',
      },
      {
        title: 'none for a kubectl that only warns of it',
        source: '```bash\nkubectl exec web-0 env\n```\n',
        target: {kubectl: '1.30'},
      },
    ],
    bad: [
      {
        title: 'without one',
        source: '```bash\nkubectl exec web-0 -n sql-studio env\n```\n',
        reports: [
          '2:34-2:37 Found the command `env` without a separator, expected `--` before it.',
        ],
        fixed: '```bash\nkubectl exec web-0 -n sql-studio -- env\n```\n',
      },
    ],
  },
  check({report, workspace}) {
    // Older ones run the command and warn; their readers may not mind.
    if (isBefore(workspace.target, 31)) return {};
    return {
      kubectl({kubectl, layer, place}) {
        const isExec = kubectl.path.join(' ') === 'exec' && kubectl.afterDash === undefined;
        if (
          !isExec ||
          programName(layer.argv[0]) === 'oc' ||
          findFlag(kubectl, 'help') !== undefined
        )
          return;
        const [target, command] = kubectl.arguments;
        const first = findFlag(kubectl, 'filename') === undefined ? command : target;
        if (first?.value === undefined || target === undefined || maySplit(target)) return;
        // A flag behind the command may be meant for either.
        const isLast = kubectl.flags.every(flag => flag.end <= first.start);
        const fix = [{span: place(first.start, first.start), text: '-- '}];
        report({
          at: place(first.start, first.end),
          message: 'separator',
          data: {command: first.text},
          ...(isLast && layer.nested === undefined && {fix}),
        });
      },
    };
  },
});

/** Without quotes an expansion may be several words, `--` among them. */
function maySplit({parts}: Word): boolean {
  return parts.some(({kind, quote}) => kind !== 'literal' && quote === 'none');
}
