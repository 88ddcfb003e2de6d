import {findFlag, parseKubectl} from '../../../kubectl';
import {pipedInto, programName} from '../../../shell';
import type {SimpleCommand} from '../../../shell';
import {isOn, pathOf} from '../../kubectl/call';
import {typesOf} from '../../kubectl/target-words';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-lost-namespace',
  summary: 'Disallow names of all namespaces piped into a command for one',
  why: '`-o name` prints no namespace. The command behind `xargs` looks for the names in its own, where it finds none of them, or others of the same name.',
  severity: 'error',
  messages: {
    lost: 'Found names of all namespaces for `xargs kubectl {{verb}}`, which looks in one, expected one namespace, or `{{columns}}` and `xargs -n2`.',
  },
  examples: {
    good: [
      {
        title: 'one namespace, names with their namespaces, and what has none',
        source:
          '```bash\nkubectl get pods -n web -o name | xargs kubectl delete -n web\nkubectl get pods -A --no-headers -o custom-columns=:.metadata.namespace,:.metadata.name | xargs -n2 sh -c \'kubectl delete pod -n "$0" "$1"\'\nkubectl get nodes -A -o name | xargs kubectl describe\n```\n',
      },
    ],
    bad: [
      {
        title: 'pods of everywhere, deleted here',
        source:
          '```bash\nkubectl get pods -A -o name --field-selector=status.phase=Failed | xargs -r kubectl delete\n```\n',
        reports: [
          '2:18-2:20 Found names of all namespaces for `xargs kubectl delete`, which looks in one, expected one namespace, or `-o custom-columns=:.metadata.namespace,:.metadata.name` and `xargs -n2`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, layer, script, place} = node;
        const all = findFlag(kubectl, 'all-namespaces');
        if (pathOf(node) !== 'get' || all === undefined || !isOn(node, 'all-namespaces')) return;
        if (findFlag(kubectl, 'output')?.value !== 'name') return;
        const types = typesOf(node);
        if (types.length === 0 || types.some(({namespaced}) => !namespaced)) return;
        for (const reader of pipedInto(layer.nested ?? script.shell, layer.command)) {
          const verb = kubectlVerb(reader);
          if (verb === undefined) continue;
          const columns = '-o custom-columns=:.metadata.namespace,:.metadata.name';
          report({at: place(all.start, all.end), message: 'lost', data: {verb, columns}});
        }
      },
    };
  },
});

/** The command of the kubectl that `xargs` calls itself. */
function kubectlVerb({name, args}: SimpleCommand): string | undefined {
  const start = args.findIndex(word => /^(?:kubectl|oc)$/.test(programName(word) ?? ''));
  if (programName(name) !== 'xargs' || start === -1) return undefined;
  const {path} = parseKubectl(args.slice(start));
  return path.length === 0 ? undefined : path.join(' ');
}
