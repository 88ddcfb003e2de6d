import {helmCalls} from '../../tool/helm-call';
import {findOption} from '../../shell/options';
import {defineRule} from '../../rule';

const KEEPING = 'reuse-values reset-then-reuse-values reset-values values f install i'.split(' ');

export default defineRule({
  id: 'tool/require-helm-values',
  summary: 'Require `--reuse-values` or a values file for `helm upgrade --set`',
  why: 'With `--set` alone helm begins again with the values of the chart: everything that was set in earlier releases is lost.',
  severity: 'warning',
  messages: {
    values:
      'Found `helm upgrade` with `{{option}}` alone, which drops the values of the release, expected `--reuse-values`, `--reset-then-reuse-values` or `-f`.',
  },
  examples: {
    good: [
      {
        title: 'values that stay, values from a file, and a first installation',
        source:
          '```bash\nhelm upgrade backend ./chart --reuse-values --set replicas=3\nhelm upgrade backend ./chart -f values.yaml --set replicas=3\nhelm upgrade --install backend ./chart --set replicas=3\n```\n',
      },
    ],
    bad: [
      {
        title: 'one value, and the others gone',
        source: '```bash\nhelm upgrade backend ./chart --set replicas=3\n```\n',
        reports: [
          '2:30-2:35 Found `helm upgrade` with `--set` alone, which drops the values of the release, expected `--reuse-values`, `--reset-then-reuse-values` or `-f`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {verb, options} of helmCalls(node)) {
          const set = findOption(options, 'set', 'set-string', 'set-json');
          if (verb.value !== 'upgrade' || set === undefined) continue;
          const keeps = findOption(options, ...KEEPING);
          if (keeps !== undefined) continue;
          const at = node.place(set.word.start, set.word.end);
          report({at, message: 'values', data: {option: `--${set.name}`}});
        }
      },
    };
  },
});
