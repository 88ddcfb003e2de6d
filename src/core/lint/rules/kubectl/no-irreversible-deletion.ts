import {hasFlag, isOn, isReal, pathOf, verbPlace} from '../../kubectl/call';
import {isWarnedOf} from '../../kubectl/warning';
import {typesOf} from '../../kubectl/target-words';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

const LOST: Readonly<Record<string, string>> = {
  namespaces: 'everything in it',
  persistentvolumes: 'what connects the data to its claim',
  persistentvolumeclaims: 'its data, where the volume is reclaimed',
  customresourcedefinitions: 'every object of that type in the cluster',
  secrets: 'values that stand nowhere else',
  statefulsets: 'its pods, all at once',
  nodes: 'the node and the pods on it',
};

export default defineRule({
  id: 'kubectl/no-irreversible-deletion',
  summary: 'Disallow deleting what holds other things without a warning before it',
  why: 'A namespace, a claim or a type takes with it what it holds, and kubectl neither asks nor can bring it back. A reader in a hurry needs to be told.',
  severity: 'warning',
  messages: {
    deletion:
      'Found `delete {{type}}`, which deletes {{lost}}, expected a warning or a backup before it.',
  },
  examples: {
    good: [
      {
        title: 'a warning, a node that was drained, pods that stay',
        source:
          '# Broken node\n\n```bash\nkubectl drain node-1 --ignore-daemonsets --timeout=10m\nkubectl delete node node-1\n```\n\n# Resize\n\n```bash\nkubectl delete statefulset db --cascade=orphan\n```\n\n# Tear down\n\n:::danger[Everything in the namespace is lost]\n:::\n\n```bash\nkubectl delete namespace preview-1234\n```\n',
      },
    ],
    bad: [
      {
        title: 'a namespace, in passing',
        source:
          '# Clean up\n\n```bash\nkubectl delete ns web\nkubectl delete pvc/data-db-0 -n db\n```\n',
        reports: [
          '4:1-4:15 Found `delete namespaces`, which deletes everything in it, expected a warning or a backup before it.',
          '5:1-5:15 Found `delete persistentvolumeclaims`, which deletes its data, where the volume is reclaimed, expected a warning or a backup before it.',
        ],
      },
    ],
  },
  check({report}) {
    const earlier = new Set<string>();
    return {
      kubectl(node) {
        const path = pathOf(node);
        const types = typesOf(node).map(({plural}) => plural);
        if (path === 'drain') earlier.add('nodes');
        if (path === 'get' && hasFlag(node, 'output')) types.forEach(type => earlier.add(type));
        if (path !== 'delete' || !isReal(node) || isOn(node, 'interactive')) return;
        const type = types.find(name => LOST[name] !== undefined && !isSafe(name, node));
        if (type === undefined || isExcused(type, earlier) || isWarnedOf(node)) return;
        report({at: verbPlace(node), message: 'deletion', data: {type, lost: LOST[type] ?? ''}});
      },
    };
  },
});

/** Secrets that were printed or saved before can be made again. */
function isExcused(type: string, earlier: ReadonlySet<string>): boolean {
  return (type === 'nodes' || type === 'secrets') && earlier.has(type);
}

function isSafe(type: string, {kubectl}: KubectlNode): boolean {
  const cascade = kubectl.flags.findLast(({name}) => name === 'cascade')?.value;
  return type === 'statefulsets' && (cascade === 'orphan' || cascade === 'false');
}
