import {changesObjects, visitUnnamed} from '../../kubectl/unnamed-namespace';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-namespace-for-change',
  summary: 'Require a namespace for what is changed where other commands of the page name one',
  why: 'Without `-n`, kubectl acts in the namespace that the reader happens to have set. An object of the same name may be there.',
  severity: 'warning',
  messages: {
    namespace:
      'Found `{{verb}}` without a namespace on a page that names one elsewhere, expected `-n` with it.',
  },
  examples: {
    good: [
      {
        title: 'named each time',
        source:
          '```bash\nkubectl get pods -n web\nkubectl delete pod web-0 -n web\nkubectl apply -f web.yaml\n```\n',
      },
    ],
    bad: [
      {
        title: 'looked at in one namespace, deleted in any',
        source: '```bash\nkubectl get pods -n web\nkubectl delete pod web-0\n```\n',
        reports: [
          '3:1-3:15 Found `delete` without a namespace on a page that names one elsewhere, expected `-n` with it.',
        ],
      },
    ],
  },
  check({report}) {
    return visitUnnamed(changesObjects, ({at, verb}) =>
      report({at, message: 'namespace', data: {verb}}),
    );
  },
});
