import {
  findObjects,
  findWorkloads,
  matchesLabels,
  parseLabelSelector,
  resourceTypeOf,
} from '../../../inventory';
import type {Inventory, KubernetesObject, LabelRequirement, Labels} from '../../../inventory';
import {findFlag} from '../../../kubectl';
import {closest} from '../../../closest';
import {worldOf} from '../../inventory/known-world';
import {scopeOf, valueRange} from '../../kubectl/kubectl-scope';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

const WEB = {
  'kubernetes/web.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, labels: {team: front}}\nspec:\n  template:\n    metadata: {labels: {app: web}}\n',
};

export default defineRule({
  id: 'inventory/no-unmatched-selector',
  summary: 'Disallow a label selector that matches nothing in its namespace',
  why: 'kubectl says `No resources found` and exits with 0: the logs look empty, and the pods look gone.',
  severity: 'error',
  messages: {
    similar:
      'Found `{{selector}}`, which selects none of the {{what}} of namespace `{{namespace}}`, expected `{{similar}}` as in {{manifest}}.',
    unmatched:
      'Found `{{selector}}`, which selects none of the {{what}} of namespace `{{namespace}}`, expected labels such as {{known}}.',
  },
  examples: {
    good: [
      {
        title: 'labels of the pod template, of the object itself, and of what the cluster adds',
        source:
          '```bash\nkubectl logs -n shop -l app=web --tail=-1\nkubectl get deployments -n shop -l team=front\nkubectl get pods -n shop -l pod-template-hash=7c9d8b6f5\nkubectl get pods -n office -l app=api\n```\n',
        files: WEB,
      },
    ],
    bad: [
      {
        title: 'a value that no pod has, and a label of the Deployment that its pods lack',
        source:
          '```bash\nkubectl logs -n shop -l app=wbe --tail=-1\nkubectl get pods -n shop --selector team=front\n```\n',
        files: WEB,
        reports: [
          '2:25-2:32 Found `app=wbe`, which selects none of the pods of namespace `shop`, expected `app=web` as in kubernetes/web.yaml.',
          '3:37-3:47 Found `team=front`, which selects none of the pods of namespace `shop`, expected labels such as `app=web` (kubernetes/web.yaml).',
        ],
      },
    ],
  },
  check({report, workspace}) {
    return {
      kubectl(node) {
        const {namespace} = scopeOf(node) ?? {};
        const inventory = worldOf(workspace, namespace);
        const flag = findFlag(node.kubectl, 'selector');
        if (inventory === undefined || namespace === undefined || flag?.valueWord === undefined) return;
        const text = flag.value ?? '';
        const selector = (parseLabelSelector(text) ?? []).filter(isPositive);
        if (selector.length === 0 || selector.some(({label}) => ADDED.test(label))) return;
        const found = candidates(node, inventory, namespace);
        if (found === undefined || found.labelled.length === 0) return;
        const {what, labelled} = found;
        if (labelled.some(({labels}) => matchesLabels(selector, labels))) return;
        // Labels that the page itself puts on come from no manifest.
        if (selector.some(({label}) => isSet(label, node.script.document.source))) return;
        const {start, end} = valueRange(flag.valueWord, text);
        const at = node.place(start, end);
        const near = labelled.flatMap(one => similarTo(selector, one))[0];
        if (near !== undefined) {
          const {similar, manifest} = near;
          report({at, message: 'similar', data: {selector: text, what, namespace, similar, manifest}});
          return;
        }
        const known = labelled.slice(0, 3).map(describe).join(', ');
        report({at, message: 'unmatched', data: {selector: text, what, namespace, known}});
      },
    };
  },
});

type Labelled = {readonly labels: Labels; readonly object: KubernetesObject};

/** Controllers and charts add these. */
const ADDED =
  /^(?:pod-template-.*|controller-.*|job-name|batch\.kubernetes\.io\/.*|statefulset\.kubernetes\.io\/.*|apps\.kubernetes\.io\/.*|app\.kubernetes\.io\/(?:instance|managed-by|part-of|version)|helm\.sh\/.*|release|chart|heritage|kubernetes\.io\/.*)$/;

function isPositive({kind}: LabelRequirement): boolean {
  return kind === 'in' || kind === 'exists';
}

function isSet(label: string, source: string): boolean {
  return new RegExp(String.raw`\blabel\b[^\n]{0,300}\s${label.replaceAll('.', String.raw`\.`)}=`).test(source);
}

const OF_PODS = /^(?:logs|top pod)$/;
const OF_TYPES = /^(?:get|describe|delete|wait|scale|label|annotate|rollout \w+|set \w+)$/;

/** What the selector chooses from; undefined where the words do not tell. */
function candidates(
  {kubectl}: KubectlNode,
  inventory: Inventory,
  namespace: string,
): {readonly what: string; readonly labelled: readonly Labelled[]} | undefined {
  const path = kubectl.path.join(' ');
  const word = kubectl.arguments[0]?.value;
  const named = OF_TYPES.test(path) && word !== undefined ? resourceTypeOf(inventory, word) : undefined;
  if (OF_PODS.test(path) || named?.type === 'Pod') {
    const workloads = findWorkloads(inventory, {selector: [], namespace});
    return {
      what: 'pods',
      labelled: workloads.map(({object, podLabels}) => ({object, labels: podLabels})),
    };
  }
  if (named === undefined || !DECLARED.has(named.type)) return undefined;
  const objects = findObjects(inventory, {type: named.type, namespace});
  return {what: named.plural, labelled: objects.map(object => ({object, labels: object.labels}))};
}

/** Types of which nothing but a manifest makes objects. */
const DECLARED = new Set('Deployment StatefulSet DaemonSet CronJob Service Ingress'.split(' '));

function similarTo(selector: readonly LabelRequirement[], {labels, object}: Labelled) {
  const [only, ...others] = selector;
  if (only?.kind !== 'in' || others.length > 0 || only.values.length !== 1) return [];
  const value = labels[only.label];
  const similar = value === undefined ? undefined : closest(only.values[0] ?? '', [value]);
  return similar === undefined ? [] : [{similar: `${only.label}=${similar}`, manifest: object.path}];
}

function describe({labels, object}: Labelled): string {
  const [first = ['', '']] = Object.entries(labels);
  return `\`${first.join('=')}\` (${object.path})`;
}
