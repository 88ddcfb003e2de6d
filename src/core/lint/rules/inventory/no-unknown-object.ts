import {findObjects, workloadOf} from '../../../inventory';
import type {Inventory, KubernetesObject} from '../../../inventory';
import {closest} from '../../../closest';
import {listObjects, worldOf} from '../../inventory/known-world';
import {scopeOf} from '../../kubectl/kubectl-scope';
import {targetsOf} from '../../kubectl/kubectl-targets';
import type {KubectlTarget} from '../../kubectl/kubectl-targets';
import {defineRule} from '../../rule';

/** Made by people; of Jobs, ReplicaSets and pods a controller makes more than manifests show. */
const CHECKED = new Set(
  'Deployment StatefulSet DaemonSet CronJob Service ConfigMap Secret Certificate Issuer Ingress HorizontalPodAutoscaler PodDisruptionBudget'.split(
    ' ',
  ),
);

/** Kubernetes and its operators make these without a manifest. */
const GIVEN = /^(?:kube-root-ca\.crt|openshift-service-ca\.crt|sh\.helm\.release\..*|.*-token(?:-\w+)?|default)$/;

const SHOP = {
  'kubernetes/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: web-config, namespace: shop}\n',
};

export default defineRule({
  id: 'inventory/no-unknown-object',
  summary: 'Disallow the name of an object that no manifest of its namespace declares',
  why: 'The object was renamed or removed, or the name has a slip of the pen: kubectl answers `NotFound` at the worst moment.',
  severity: 'error',
  messages: {
    similar:
      'Found the {{type}} `{{name}}`, which no manifest of namespace `{{namespace}}` declares, expected `{{similar}}` of {{manifest}}.',
    type: 'Found the {{type}} `{{name}}`, which no manifest of namespace `{{namespace}}` declares, expected the {{other}} of that name in {{manifest}}.',
    unknown:
      'Found the {{type}} `{{name}}`, which no manifest of namespace `{{namespace}}` declares, expected one of {{known}}.',
  },
  examples: {
    good: [
      {
        title: 'an object of the manifests, one that the page makes, and a namespace that is not known',
        source:
          '```bash\nkubectl rollout status deployment/web -n shop\nkubectl create configmap flags -n shop --from-literal=sale=on\nkubectl get configmap flags -n shop\nkubectl get deployment api -n office\n```\n',
        files: SHOP,
      },
      {
        title: 'manifests that have to be rendered first',
        source: '```bash\nkubectl rollout status deployment/api -n shop\n```\n',
        files: {
          ...SHOP,
          'kubernetes/api.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: {{ .Values.name }}, namespace: shop}\n',
        },
      },
    ],
    bad: [
      {
        title: 'a slip of the pen, another kind, and a name from nowhere',
        source:
          '```bash\nkubectl get configmap web-confg -n shop\nkubectl rollout restart statefulset/web -n shop\nkubectl describe deployment orders -n shop\n```\n',
        files: SHOP,
        reports: [
          '2:23-2:32 Found the ConfigMap `web-confg`, which no manifest of namespace `shop` declares, expected `web-config` of kubernetes/web.yaml.',
          '3:37-3:40 Found the StatefulSet `web`, which no manifest of namespace `shop` declares, expected the Deployment of that name in kubernetes/web.yaml.',
          '4:29-4:35 Found the Deployment `orders`, which no manifest of namespace `shop` declares, expected one of `web` (kubernetes/web.yaml).',
        ],
      },
    ],
  },
  check({report, workspace}) {
    return {
      kubectl(node) {
        const {namespace} = scopeOf(node) ?? {};
        const inventory = worldOf(workspace, namespace);
        if (inventory === undefined || namespace === undefined || toleratesAbsence(node.kubectl.flags)) return;
        for (const target of targetsOf(node, inventory)) {
          if (isDeclared(target, inventory) || isMade(target.name, node.script.document.source)) continue;
          const {type, name, start, end} = target;
          const at = node.place(start, end);
          const peers = findObjects(inventory, {type, namespace});
          const twin = workloadTwin(target, findObjects(inventory, {name, namespace}));
          const similar = closest(name, peers.map(peer => peer.name));
          const manifest = peers.find(peer => peer.name === similar)?.path ?? '';
          if (twin !== undefined) {
            const data = {type, name, namespace, other: twin.type, manifest: twin.path};
            report({at, message: 'type', data});
          } else if (similar !== undefined) {
            report({at, message: 'similar', data: {type, name, namespace, similar, manifest}});
          } else if (peers.length > 0 && !peers.some(peer => isVariant(name, peer.name))) {
            report({at, message: 'unknown', data: {type, name, namespace, known: listObjects(peers)}});
          }
        }
      },
    };
  },
});

function toleratesAbsence(flags: readonly {readonly name: string}[]): boolean {
  return flags.some(({name}) => name === 'ignore-not-found');
}

/** In any namespace: that it lives in another one is for another rule to say. */
function isDeclared({type, name}: KubectlTarget, inventory: Inventory): boolean {
  if (!CHECKED.has(type) || GIVEN.test(name)) return true;
  if (findObjects(inventory, {type, name}).length > 0) return true;
  return type === 'Secret' && isIssued(name, inventory);
}

/** cert-manager makes the Secrets that Certificates and Issuers name; Ingresses name them too. */
function isIssued(name: string, {objects}: Inventory): boolean {
  return objects.some(
    ({type, value}) => type !== 'Secret' && JSON.stringify(value).includes(JSON.stringify(name)),
  );
}

/** By a command or a manifest of the page, such as `kubectl create`, `helm install` or a heredoc. */
function isMade(name: string, source: string): boolean {
  const word = name.replaceAll('.', String.raw`\.`);
  return new RegExp(
    String.raw`\b(?:create|expose|autoscale|run|install|upgrade)\b[^\n]{0,300}\s["']?${word}["']?(?:\s|$)|\bname["']?:\s*["']?${word}["']?\s*(?:$|[,}])`,
    'm',
  ).test(source);
}

function workloadTwin(
  {type}: KubectlTarget,
  namesakes: readonly KubernetesObject[],
): KubernetesObject | undefined {
  const isWorkload = /^(?:Deployment|StatefulSet|DaemonSet|CronJob)$/.test(type);
  return isWorkload ? namesakes.find(object => workloadOf(object) !== undefined) : undefined;
}

/** What a chart or a kustomization adds to a name. */
function isVariant(name: string, known: string): boolean {
  return name.startsWith(`${known}-`) || name.endsWith(`-${known}`);
}
