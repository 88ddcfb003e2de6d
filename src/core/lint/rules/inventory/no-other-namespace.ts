import {findObjects} from '../../../inventory';
import type {Inventory, KubernetesObject} from '../../../inventory';
import {findFlag} from '../../../kubectl';
import {worldOf} from '../../inventory/known-world';
import {scopeOf, valueRange} from '../../kubectl/kubectl-scope';
import {targetsOf} from '../../kubectl/kubectl-targets';
import {defineRule} from '../../rule';

const TWO = {
  'kubernetes/ingress.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: nginx-configuration, namespace: ingress-nginx}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n',
};

export default defineRule({
  id: 'inventory/no-other-namespace',
  summary: 'Disallow a namespace in which the object does not live',
  why: 'kubectl answers `NotFound` for an object that is there, and whoever reads it believes that it is gone.',
  severity: 'error',
  messages: {
    other:
      'Found the namespace `{{namespace}}` for the {{type}} `{{name}}`, expected `{{lives}}`, as in {{manifest}}.',
  },
  examples: {
    good: [
      {
        title: 'where it lives, and a namespace that no manifest names',
        source:
          '```bash\nkubectl get configmap nginx-configuration -n ingress-nginx\nkubectl get configmap nginx-configuration -n ingress-staging\n```\n',
        files: TWO,
      },
    ],
    bad: [
      {
        title: 'the namespace of the application',
        source: '```bash\nkubectl get configmap nginx-configuration -n shop\n```\n',
        files: TWO,
        reports: [
          '2:46-2:50 Found the namespace `shop` for the ConfigMap `nginx-configuration`, expected `ingress-nginx`, as in kubernetes/ingress.yaml.',
        ],
      },
    ],
  },
  check({report, workspace}) {
    return {
      kubectl(node) {
        const {namespace} = scopeOf(node) ?? {};
        const inventory = worldOf(workspace, namespace);
        const word = findFlag(node.kubectl, 'namespace')?.valueWord;
        if (inventory === undefined || namespace === undefined || word === undefined) return;
        for (const {type, name} of targetsOf(node, inventory)) {
          const home = homeOf({type, name, namespace}, inventory);
          if (home?.namespace === undefined) continue;
          const data = {namespace, type, name, lives: home.namespace, manifest: home.path};
          const {start, end} = valueRange(word, namespace);
          report({at: node.place(start, end), message: 'other', data});
          return;
        }
      },
    };
  },
});

/** The one object of that type and name, where it lives in another namespace. */
function homeOf(
  {type, name, namespace}: Readonly<Record<'type' | 'name' | 'namespace', string>>,
  inventory: Inventory,
): KubernetesObject | undefined {
  if (findObjects(inventory, {type, name, namespace}).length > 0) return undefined;
  // Each namespace has these.
  if (name === 'default' || name === 'kube-root-ca.crt') return undefined;
  const homes = findObjects(inventory, {type, name});
  return new Set(homes.map(home => home.namespace)).size === 1 ? homes[0] : undefined;
}
