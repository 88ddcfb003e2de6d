import {isOc} from '../../kubectl/call';
import {featureProblems} from '../../kubectl/feature-problems';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-recent-feature',
  summary: 'Disallow commands and flags that older supported versions of kubectl lack',
  why: 'Whoever is on call with an older kubectl gets an error. Say in `target.kubectl` which version is used, and this is silent.',
  severity: 'info',
  messages: {
    recent:
      'Found `{{feature}}`, which kubectl has since {{since}}, expected what older versions have as well, or a `target.kubectl`.',
  },
  examples: {
    good: [
      {
        title: 'a new flag where the version is known',
        source: '```bash\nkubectl logs deployment/web --all-pods --tail=-1\n```\n',
        target: {kubectl: '1.34'},
      },
    ],
    bad: [
      {
        title: 'a new flag where any version may be used',
        source: '```bash\nkubectl logs deployment/web --all-pods --tail=-1\n```\n',
        reports: [
          '2:29-2:39 Found `--all-pods`, which kubectl has since 1.31, expected what older versions have as well, or a `target.kubectl`.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    if (workspace.target.kubectl !== undefined) return {};
    return {
      kubectl(node) {
        if (isOc(node)) return;
        for (const {feature, since, at} of featureProblems(node)) {
          if (since !== undefined) report({at, message: 'recent', data: {feature, since}});
        }
      },
    };
  },
});
