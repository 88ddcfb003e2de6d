import {defineTool, listOf, verbsOf} from '../define-tool';

/** Prometheus, Alertmanager, Grafana and cert-manager. */
export const monitoring = [
  defineTool({
    names: ['promtool'],
    effect: 'change',
    verbs: verbsOf(
      'read',
      'query, check, test, debug, promql, query instant, query range, query series, ' +
        'query labels, tsdb list, tsdb analyze, tsdb dump',
    ),
  }),
  defineTool({
    names: ['amtool'],
    effect: 'change',
    takes: listOf(
      '--alertmanager.url, --config.file, -o, --output, --comment, -c, -d, --duration, ' +
        '--author, -a',
    ),
    verbs: {
      ...verbsOf(
        'read',
        'alert, alert query, silence query, silence, config, config show, config routes, ' +
          'config routes test, config routes show, check-config, cluster, cluster show, ' +
          'template',
      ),
      ...verbsOf(
        'change',
        'silence add, silence update, silence expire, silence import, alert add',
      ),
    },
  }),
  defineTool({
    names: ['cmctl'],
    effect: 'change',
    takes: ['-n', '--namespace', '--context', '-l'],
    verbs: {
      ...verbsOf('read', 'status, status certificate, check api, version, inspect, inspect secret'),
      ...verbsOf('change', 'renew, approve, deny, create'),
    },
  }),
  defineTool({
    names: ['stern', 'kubetail', 'kail'],
    effect: 'read',
    traits: ['blocking'],
    lifts: {'--no-follow': 'blocking'},
  }),
  defineTool({names: ['kubectx', 'kubens'], effect: 'change', safe: ['-c', '--current', '-h']}),
  defineTool({
    names: listOf('kustomize, kubeval, kubeconform, pluto, kube-score, jsonnet, jb, cue'),
    effect: 'read',
  }),
];
