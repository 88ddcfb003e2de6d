import {changesObjects, visitUnnamed} from '../../kubectl/unnamed-namespace';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-namespace',
  summary: 'Require a namespace for what is read where other commands of the page name one',
  why: 'Without `-n`, kubectl looks in the namespace that the reader happens to have set, and shows nothing or the wrong thing.',
  severity: 'info',
  messages: {
    namespace:
      'Found `{{verb}}` without a namespace on a page that names one elsewhere, expected `-n` with it.',
  },
  examples: {
    good: [
      {
        title: 'named each time, or set once',
        source:
          '```bash\nkubectl get pods -n web\nkubectl get nodes\nkubectl config set-context --current --namespace=web\nkubectl get pods\n```\n',
      },
      {
        title: 'a page that leaves it to the reader throughout',
        source: '```bash\nkubectl get pods\nkubectl describe pod web-0\n```\n',
      },
    ],
    bad: [
      {
        title: 'forgotten once',
        source: '```bash\nkubectl get pods -n web\nkubectl describe pod web-0\n```\n',
        reports: [
          '3:1-3:17 Found `describe` without a namespace on a page that names one elsewhere, expected `-n` with it.',
        ],
      },
    ],
  },
  check({report}) {
    return visitUnnamed(
      call => !changesObjects(call),
      ({at, verb}) => report({at, message: 'namespace', data: {verb}}),
    );
  },
});
