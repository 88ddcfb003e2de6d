import {findFlag, findResource} from '../../../kubectl';
import {resourceWords} from '../../kubectl/resource-words';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-unsupported-field',
  summary: 'Disallow field selectors on fields that a cluster does not index',
  why: 'Few fields can be selected by. On others the cluster answers "field label not supported" and shows nothing.',
  severity: 'error',
  messages: {
    field:
      'Found the field `{{field}}` in a selector of {{type}}, expected one of {{fields}}; for others, `-o json` and jq.',
  },
  examples: {
    good: [
      {
        title: 'fields that can be selected by',
        source:
          '```bash\nkubectl get pods --field-selector status.phase=Failed,spec.nodeName=node-1\nkubectl get events --field-selector reason=BackOff,involvedObject.name=web-0\nkubectl get deploy --field-selector metadata.name=web\nkubectl get certificates --field-selector spec.secretName=web-tls\n```\n',
      },
    ],
    bad: [
      {
        title: 'a phase is of pods, and not the reason',
        source:
          '```bash\nkubectl get deploy --field-selector status.phase=Running\nkubectl get pods --field-selector=status.reason=Evicted\n```\n',
        reports: [
          '2:37-2:57 Found the field `status.phase` in a selector of deployments, expected one of `metadata.name`, `metadata.namespace`; for others, `-o json` and jq.',
          '3:18-3:56 Found the field `status.reason` in a selector of pods, expected one of `metadata.name`, `metadata.namespace`, `spec.nodeName`, `spec.restartPolicy`, `spec.schedulerName`, `spec.serviceAccountName`, `spec.hostNetwork`, `status.phase`, `status.podIP`, `status.podIPs`, `st…; for others, `-o json` and jq.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const flag = findFlag(node.kubectl, 'field-selector');
        if (flag?.valueWord === undefined || flag.value === undefined) return;
        for (const {type} of resourceWords(node)) {
          const plural = findResource(type)?.plural ?? '';
          const fields = SUPPORTED.get(plural);
          const field = fields && fieldsIn(flag.value).find(name => !isSupported(name, fields));
          if (fields === undefined || field === undefined) continue;
          const list = [...EVERYWHERE, ...fields].map(name => `\`${name}\``).join(', ');
          const at = node.place(flag.valueWord.start, flag.valueWord.end);
          report({at, message: 'field', data: {field, type: plural, fields: list}});
        }
      },
    };
  },
});

const EVERYWHERE = ['metadata.name', 'metadata.namespace'];

/** Beside those of every object, by type. */
const SUPPORTED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  [
    'pods',
    'spec.nodeName spec.restartPolicy spec.schedulerName spec.serviceAccountName spec.hostNetwork status.phase status.podIP status.podIPs status.nominatedNodeName'.split(
      ' ',
    ),
  ],
  ['nodes', ['spec.unschedulable']],
  ['namespaces', ['status.phase']],
  ['secrets', ['type']],
  ['services', ['spec.clusterIP', 'spec.type']],
  ['replicasets', ['status.replicas']],
  ['jobs', ['status.successful']],
  ...'deployments daemonsets statefulsets configmaps cronjobs ingresses serviceaccounts persistentvolumes persistentvolumeclaims'
    .split(' ')
    .map(plural => [plural, []] as const),
]);

function fieldsIn(selector: string): readonly string[] {
  return Array.from(selector.matchAll(/(?:^|,)([A-Za-z][\w.]*)!?==?/g), ([, name = '']) => name);
}

function isSupported(field: string, fields: readonly string[]): boolean {
  return EVERYWHERE.includes(field) || fields.includes(field);
}
