import {findResource} from '../../../kubectl';
import {hasFlag, isComplete, isOc, pathOf, verbPlace} from '../../kubectl/call';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-name',
  summary: 'Require a name or a selector where a command acts on objects of a type',
  why: 'kubectl refuses to delete, scale or wait for a type without a name. Where the name was lost, nobody knows which object was meant.',
  severity: 'error',
  messages: {
    name: 'Found `{{command}}` with a type and no name, expected a name, `-l` or `--all`.',
    object: 'Found `{{command}}` with nothing to wait for, expected an object such as `pod/web-0`.',
    command: 'Found `{{command}}` without {{missing}}, expected `kubectl exec POD -- COMMAND`.',
  },
  examples: {
    good: [
      {
        title: 'names, selectors and files',
        source:
          '```bash\nkubectl delete pod web-0\nkubectl delete pods -l app=web\nkubectl delete -f job.yaml\nkubectl scale deploy/web --replicas=3\nkubectl label nodes --all zone-\nkubectl delete pod "$POD"\nkubectl get pods -o name | xargs -r kubectl delete\nkubectl wait --for=condition=Ready pod/web-0 --timeout=1m\nkubectl exec -f pod.yaml -- ls\n```\n',
      },
    ],
    bad: [
      {
        title: 'a type alone, and nothing at all',
        source:
          '```bash\nkubectl delete pod -n shop\nkubectl scale deploy --replicas=3\nkubectl wait --for=condition=Ready --timeout=60s\nkubectl exec web-0 --\nkubectl exec -n shop -- ls\n```\n',
        reports: [
          '2:1-2:15 Found `kubectl delete` with a type and no name, expected a name, `-l` or `--all`.',
          '3:1-3:14 Found `kubectl scale` with a type and no name, expected a name, `-l` or `--all`.',
          '4:1-4:13 Found `kubectl wait` with nothing to wait for, expected an object such as `pod/web-0`.',
          '5:1-5:13 Found `kubectl exec` without a command, expected `kubectl exec POD -- COMMAND`.',
          '6:1-6:13 Found `kubectl exec` without a pod, expected `kubectl exec POD -- COMMAND`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const path = pathOf(node);
        if (!NAMING.test(path) || isOc(node) || !isComplete(node)) return;
        if (hasFlag(node, ...CHOOSING)) return;
        const command = `kubectl ${path}`;
        const at = verbPlace(node);
        const missing = path === 'exec' ? missingOfExec(node) : undefined;
        if (missing !== undefined) report({at, message: 'command', data: {command, missing}});
        if (path === 'exec') return;
        const words = node.kubectl.arguments.filter(({text}) => !/=|-$/.test(text));
        if (words.length === 0 && path === 'wait') report({at, message: 'object', data: {command}});
        if (words.length === 1 && isType(words[0]?.value)) {
          report({at, message: 'name', data: {command}});
        }
      },
    };
  },
});

const NAMING = /^(?:delete|scale|label|annotate|patch|wait|exec)$/;
const CHOOSING = [
  'all',
  'selector',
  'field-selector',
  'filename',
  'kustomize',
  'raw',
  'list',
  'local',
];

/** One that Kubernetes brings along; anything else may be a slip that another rule reports. */
function isType(word: string | undefined): boolean {
  return word !== undefined && !word.includes('/') && word.split(',').every(isKnown);
}

function isKnown(name: string): boolean {
  return findResource(name) !== undefined;
}

function missingOfExec({kubectl}: KubectlNode): string | undefined {
  const {arguments: words, afterDash} = kubectl;
  if (afterDash === undefined) return undefined;
  if (words.length === 0) return 'a pod';
  return afterDash.length === 0 ? 'a command' : undefined;
}
