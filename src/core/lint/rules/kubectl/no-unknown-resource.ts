import {findResource, RESOURCES} from '../../../kubectl';
import {resourceTypeOf} from '../../../inventory';
import {closest} from '../../../closest';
import {hasFlag} from '../../kubectl/call';
import {resourceWords} from '../../kubectl/resource-words';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-unknown-resource',
  summary: 'Disallow resource types that are a slip of the pen',
  why: 'The cluster has no resource of that type, so kubectl says so and shows nothing, in the middle of an incident.',
  severity: 'error',
  messages: {
    unknown: 'Found the resource type `{{type}}`, expected `{{wanted}}`.',
  },
  examples: {
    good: [
      {
        title: 'types, short names, and those of others',
        source:
          '```bash\nkubectl get deploy,svc -n shop\nkubectl get helmreleases,ingressroutes,sealedsecrets -A\nkubectl describe pod/web-0\nkubectl get "$KIND" -n shop\nkubectl get rules.example.org\nkubectl get releases\n```\n',
      },
    ],
    bad: [
      {
        title: 'letters that changed places',
        source:
          '```bash\nkubectl get pdos -n shop\nkubectl describe deploymnet/web\nkubectl get deploy,svcs\n```\n',
        reports: [
          '2:13-2:17 Found the resource type `pdos`, expected `pods`.',
          '3:18-3:28 Found the resource type `deploymnet`, expected `deployment`.',
          '4:20-4:24 Found the resource type `svcs`, expected `svc`.',
        ],
      },
    ],
  },
  check({report, workspace: {inventory}}) {
    return {
      kubectl(node) {
        if (hasFlag(node, 'help', 'raw')) return;
        for (const {type, start, end} of resourceWords(node)) {
          if (findResource(type) !== undefined || isOfInventory(type)) continue;
          const wanted = meant(type);
          if (wanted === undefined) continue;
          report({at: node.place(start, end), message: 'unknown', data: {type, wanted}});
        }
      },
    };

    function isOfInventory(type: string): boolean {
      return inventory !== undefined && resourceTypeOf(inventory, type) !== undefined;
    }
  },
});

const NAMES = RESOURCES.flatMap(({plural, singular}) => [plural, singular]);

/** Short names have no plural, but people give them one. */
const PLURALS: ReadonlyMap<string, string> = new Map(
  ['svc', 'pvc', 'hpa', 'pdb', 'deploy', 'netpol'].map(name => [`${name}s`, name]),
);

/** Types of other people's definitions that are a letter away from a type of Kubernetes. */
const OTHERS = new Set(['all', 'rule', 'rules', 'kservice', 'kservices']);

function meant(type: string): string | undefined {
  const plural = PLURALS.get(type);
  if (plural !== undefined) return plural;
  if (!/^[a-z]{4,}$/i.test(type) || OTHERS.has(type) || type === type.toUpperCase())
    return undefined;
  const wanted = closest(type, NAMES);
  return wanted !== undefined && isOneSlip(type.toLowerCase(), wanted) ? wanted : undefined;
}

/** One letter too many, too few, or wrong, or two that changed places: `releases` is no slip of `leases`. */
function isOneSlip(type: string, wanted: string): boolean {
  const at = firstDifference(type, wanted);
  const [left, right] = [type.slice(at), wanted.slice(at)];
  return (
    left.slice(1) === right ||
    left === right.slice(1) ||
    left.slice(1) === right.slice(1) ||
    (left.charAt(0) === right.charAt(1) &&
      left.charAt(1) === right.charAt(0) &&
      left.slice(2) === right.slice(2))
  );
}

function firstDifference(type: string, wanted: string): number {
  let at = 0;
  while (at < type.length && type.charAt(at) === wanted.charAt(at)) at++;
  return at;
}
