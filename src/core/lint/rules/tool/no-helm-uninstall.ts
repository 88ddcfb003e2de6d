import {helmCalls} from '../../tool/helm-call';
import {findOption} from '../../shell/options';
import {defineRule} from '../../rule';

const VERBS = new Set(['uninstall', 'delete', 'del', 'un']);

export default defineRule({
  id: 'tool/no-helm-uninstall',
  summary: 'Disallow `helm uninstall` without `--keep-history`',
  why: 'The history goes with the release, so that `helm rollback` has nothing to go back to.',
  severity: 'warning',
  messages: {
    uninstall:
      'Found `helm {{verb}}` without `--keep-history`, expected it: nothing else could be rolled back to.',
  },
  examples: {
    good: [
      {
        title: 'a history that stays',
        source: '```bash\nhelm uninstall backend --keep-history\nhelm repo remove old\n```\n',
      },
    ],
    bad: [
      {
        title: 'gone with its history',
        source: '```bash\nhelm uninstall backend -n sql-studio\n```\n',
        reports: [
          '2:6-2:15 Found `helm uninstall` without `--keep-history`, expected it: nothing else could be rolled back to.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {verb, options} of helmCalls(node)) {
          if (verb.value === undefined || !VERBS.has(verb.value)) continue;
          if (findOption(options, 'keep-history') !== undefined) continue;
          const at = node.place(verb.start, verb.end);
          report({at, message: 'uninstall', data: {verb: verb.value}});
        }
      },
    };
  },
});
