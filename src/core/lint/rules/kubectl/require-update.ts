import {hasFlag, isOc, mayHoldMore, pathOf, verbPlace} from '../../kubectl/call';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-update',
  summary: 'Require what a command of kubectl is to change',
  why: 'kubectl refuses `label`, `set image` and the like when no word says what to set.',
  severity: 'error',
  messages: {
    update: 'Found `{{verb}}` without anything to change, expected {{wanted}}.',
  },
  examples: {
    good: [
      {
        title: 'a label set and one removed, a list, an image',
        source:
          '```bash\nkubectl label pod web-0 debug=true\nkubectl label pod web-0 debug-\nkubectl label --list pod web-0\nkubectl set image deployment/web nginx=nginx:1.27\nkubectl patch service web --patch-file svc.yaml\n```\n',
      },
    ],
    bad: [
      {
        title: 'nothing to set',
        source:
          '```bash\nkubectl label pod web-0 debug\nkubectl set image deployment/web nginx:1.27\nkubectl patch service web\n```\n',
        reports: [
          '2:1-2:14 Found `label` without anything to change, expected a label such as `team=web`, or `team-` to remove it.',
          '3:1-3:18 Found `set image` without anything to change, expected a container and its image such as `web=web:1.2`.',
          '4:1-4:14 Found `patch` without anything to change, expected `--patch` or `--patch-file`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const verb = pathOf(node);
        const wanted = WANTED[verb];
        if (wanted === undefined || isOc(node) || mayHoldMore(node)) return;
        if (node.kubectl.arguments.length === 0 || hasFlag(node, 'help', 'list')) return;
        if (saysWhat(verb, node)) return;
        report({at: verbPlace(node), message: 'update', data: {verb, wanted}});
      },
    };
  },
});

const WANTED: Readonly<Record<string, string>> = {
  label: 'a label such as `team=web`, or `team-` to remove it',
  annotate: 'an annotation such as `note=text`, or `note-` to remove it',
  taint: 'a taint such as `key=value:NoSchedule`, or `key-` to remove it',
  'set image': 'a container and its image such as `web=web:1.2`',
  'set resources': '`--limits` or `--requests`',
  patch: '`--patch` or `--patch-file`',
};

function saysWhat(verb: string, node: KubectlNode): boolean {
  if (verb === 'patch') return hasFlag(node, 'patch', 'patch-file');
  if (verb === 'set resources') return hasFlag(node, 'limits', 'requests');
  const {arguments: words, afterDash = []} = node.kubectl;
  return [...words, ...afterDash].some(
    ({value, text}) =>
      value === undefined || /=|-["']?$/.test(text) || (verb === 'taint' && text.includes(':')),
  );
}
