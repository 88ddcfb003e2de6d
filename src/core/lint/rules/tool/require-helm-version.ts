import type {Word} from '../../../shell';
import {helmCalls} from '../../tool/helm-call';
import {findOption} from '../../shell/options';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'tool/require-helm-version',
  summary: 'Require `--version` for `helm install` and `helm upgrade` of a chart from a repository',
  why: 'Without it helm takes the newest chart of the day, so that a change of one value becomes an upgrade that nobody asked for.',
  severity: 'warning',
  messages: {
    version:
      'Found `helm {{verb}}` of `{{chart}}` without `--version`, expected the version that was tested.',
  },
  examples: {
    good: [
      {
        title: 'a version, and a chart from disk',
        source:
          '```bash\nhelm upgrade backend sqlstudio/backend --version 1.4.2 --reuse-values --set replicas=3\nhelm upgrade backend ./charts/backend\nhelm upgrade backend backend-1.4.2.tgz\nhelm upgrade backend "$CHART"\n```\n',
      },
    ],
    bad: [
      {
        title: 'the newest of the day',
        source: '```bash\nhelm upgrade --install backend sqlstudio/backend -f values.yaml\n```\n',
        reports: [
          '2:32-2:49 Found `helm upgrade` of `sqlstudio/backend` without `--version`, expected the version that was tested.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      command(node) {
        for (const {verb, args, options} of helmCalls(node)) {
          if (verb.value !== 'install' && verb.value !== 'upgrade') continue;
          const chart = args.findLast(isRemote);
          if (chart === undefined || findOption(options, 'version', 'devel') !== undefined)
            continue;
          const at = node.place(chart.start, chart.end);
          report({at, message: 'version', data: {verb: verb.value, chart: chart.text}});
        }
      },
    };
  },
});

/** `repository/chart` or `oci://…`; paths begin with a dot or a slash, or have more parts. */
function isRemote({value = ''}: Word): boolean {
  if (value.startsWith('oci://')) return !/:[\w.-]+$|@sha256:/.test(value.slice(6));
  return (
    /^[a-z][\w-]*\/[\w-]+$/.test(value) && !/^(?:charts?|helm|deploy|k8s|manifests)\//.test(value)
  );
}
