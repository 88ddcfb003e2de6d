import {isOc} from '../../kubectl/call';
import {featureProblems} from '../../kubectl/feature-problems';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-unsupported-feature',
  summary: 'Disallow commands and flags that the target version of kubectl lacks',
  why: 'The configuration says which kubectl is used (`target.kubectl`), and that one refuses the command.',
  severity: 'error',
  messages: {
    early: 'Found `{{feature}}`, which kubectl has since {{since}}, expected what {{target}} has.',
    late: 'Found `{{feature}}`, which kubectl {{gone}} no longer has, expected what {{target}} has.',
  },
  examples: {
    good: [
      {
        title: 'a flag that the target has',
        source: '```bash\nkubectl logs deployment/web --all-pods\n```\n',
        target: {kubectl: '1.33'},
      },
    ],
    bad: [
      {
        title: 'a flag that is newer than the target',
        source: '```bash\nkubectl logs deployment/web --all-pods\n```\n',
        target: {kubectl: '1.30'},
        reports: [
          '2:29-2:39 Found `--all-pods`, which kubectl has since 1.31, expected what 1.30 has.',
        ],
      },
      {
        title: 'a flag that is older than the target',
        source:
          '```bash\nkubectl apply -f web.yaml --prune -l app=web --prune-whitelist=core/v1/ConfigMap\n```\n',
        target: {kubectl: '1.32'},
        reports: [
          '2:46-2:81 Found `--prune-whitelist`, which kubectl 1.30 no longer has, expected what 1.32 has.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    const {kubectl: target} = workspace.target;
    if (target === undefined) return {};
    return {
      kubectl(node) {
        if (isOc(node)) return;
        for (const {feature, since, gone, at} of featureProblems(node)) {
          if (since !== undefined) {
            report({at, message: 'early', data: {feature, since, target}});
          } else if (gone !== undefined) {
            report({at, message: 'late', data: {feature, gone, target}});
          }
        }
      },
    };
  },
});
