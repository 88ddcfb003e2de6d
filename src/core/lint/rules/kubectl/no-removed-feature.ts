import {isOc} from '../../kubectl/call';
import {featureProblems} from '../../kubectl/feature-problems';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-removed-feature',
  summary: 'Disallow commands and flags that newer versions of kubectl no longer have',
  why: 'The command works until somebody updates kubectl, and the page is read again when it does not. Say in `target.kubectl` which version is used, and it is checked against that one alone.',
  severity: 'warning',
  messages: {
    removed:
      'Found `{{feature}}`, which is gone since kubectl {{gone}}, expected what newer versions have as well.',
  },
  examples: {
    good: [
      {
        title: 'a flag of every version',
        source: '```bash\nkubectl drain node-1 --ignore-daemonsets --delete-emptydir-data\n```\n',
      },
    ],
    bad: [
      {
        title: 'a flag that is gone',
        source: '```bash\nkubectl drain node-1 --ignore-daemonsets --delete-local-data\n```\n',
        reports: [
          '2:42-2:61 Found `--delete-local-data`, which is gone since kubectl 1.31, expected what newer versions have as well.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    if (workspace.target.kubectl !== undefined) return {};
    return {
      kubectl(node) {
        if (isOc(node)) return;
        for (const {feature, gone, at} of featureProblems(node)) {
          // Deprecated and out of the help since 1.34, but still understood.
          if (gone === undefined || feature === '--cpu-percent') continue;
          report({at, message: 'removed', data: {feature, gone}});
        }
      },
    };
  },
});
