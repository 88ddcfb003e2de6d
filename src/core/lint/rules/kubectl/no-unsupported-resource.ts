import {findResource} from '../../../kubectl';
import {hasFlag, pathOf} from '../../kubectl/call';
import {resourceWords} from '../../kubectl/resource-words';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-unsupported-resource',
  summary: 'Disallow commands on resources that they cannot act on',
  why: 'Only some types can be scaled, restarted or rolled back. kubectl refuses the others, and nothing happens.',
  severity: 'error',
  messages: {
    unsupported: 'Found `{{command}}` on `{{type}}`, which it cannot act on, expected {{wanted}}.',
  },
  examples: {
    good: [
      {
        title: 'types that can, and types of others',
        source:
          '```bash\nkubectl rollout restart deploy/web sts/db\nkubectl scale statefulset db --replicas=3\nkubectl rollout status rollouts/web\nkubectl logs job/migrate\nkubectl set image cronjob/report report=report:1.2\nkubectl expose deploy web --port=80\n```\n',
      },
    ],
    bad: [
      {
        title: 'a pod is not rolled out, a DaemonSet is not scaled',
        source:
          '```bash\nkubectl rollout restart pod/web-0\nkubectl scale ds fluentd --replicas=2\nkubectl logs cronjob/report\n```\n',
        reports: [
          '2:25-2:28 Found `kubectl rollout restart` on `pod`, which it cannot act on, expected a deployment, daemonset or statefulset.',
          '3:15-3:17 Found `kubectl scale` on `ds`, which it cannot act on, expected a deployment, replicaset, replicationcontroller or statefulset.',
          '4:14-4:21 Found `kubectl logs` on `cronjob`, which it cannot act on, expected a pod, or a workload whose pods it can find.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const command = pathOf(node);
        const known = SUPPORTED.get(command);
        if (known === undefined || hasFlag(node, 'help')) return;
        for (const {type, start, end} of resourceWords(node)) {
          const resource = findResource(type);
          if (resource === undefined || known.types.has(resource.singular)) continue;
          const data = {command: `kubectl ${command}`, type, wanted: known.wanted};
          report({at: node.place(start, end), message: 'unsupported', data});
        }
      },
    };
  },
});

type Supported = {readonly types: ReadonlySet<string>; readonly wanted: string};

const ROLLED_OUT = supported('deployment daemonset statefulset');
const SCALED = supported('deployment replicaset replicationcontroller statefulset');
const PAUSED = {types: new Set(['deployment']), wanted: 'a deployment'};
const PODS = 'pod deployment daemonset statefulset replicaset replicationcontroller job service';
const ATTACHED = {
  types: new Set(PODS.split(' ')),
  wanted: 'a pod, or a workload whose pods it can find',
};
const TEMPLATED = {
  types: new Set(
    'pod deployment daemonset statefulset replicaset replicationcontroller job cronjob'.split(' '),
  ),
  wanted: 'a pod or a workload',
};

/** By command; of the types that Kubernetes brings along, since others may do as they like. */
const SUPPORTED: ReadonlyMap<string, Supported> = new Map([
  ['rollout restart', ROLLED_OUT],
  ['rollout status', ROLLED_OUT],
  ['rollout undo', ROLLED_OUT],
  ['rollout history', ROLLED_OUT],
  ['rollout pause', PAUSED],
  ['rollout resume', PAUSED],
  ['scale', SCALED],
  ['autoscale', SCALED],
  ['expose', supported('pod service replicationcontroller deployment replicaset')],
  ['logs', ATTACHED],
  ['exec', ATTACHED],
  ['attach', ATTACHED],
  ['port-forward', ATTACHED],
  ['set image', TEMPLATED],
  ['set env', TEMPLATED],
  ['set resources', TEMPLATED],
]);

function supported(names: string): Supported {
  const types = names.split(' ');
  return {
    types: new Set(types),
    wanted: `a ${types.slice(0, -1).join(', ')} or ${types.at(-1) ?? ''}`,
  };
}
