import {findFlag, findResource} from '../../../kubectl';
import type {KubectlNode} from '../../node';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-repeated-undo',
  summary: 'Disallow a second `rollout undo` of the same workload without a revision',
  why: 'Each `rollout undo` goes back one step from wherever the workload is: the second one brings back the release that the first one left.',
  severity: 'warning',
  messages: {
    repeated:
      'Found `rollout undo` of `{{target}}` again, after line {{line}}: the second one returns to the bad release; expected `--to-revision`.',
  },
  examples: {
    good: [
      {
        title: 'a revision, and another workload',
        source:
          '```bash\nkubectl rollout undo deployment/web --to-revision=41\n```\n\n```bash\nkubectl rollout undo deployment/web --to-revision=41\nkubectl rollout undo deployment/api\n```\n',
      },
    ],
    bad: [
      {
        title: 'one in the section, one in the summary',
        source:
          '## High error rate\n\n```bash\nkubectl rollout undo deployment/web -n shop\n```\n\n## Outage\n\n```bash\nkubectl rollout undo deploy web -n shop\n```\n',
        reports: [
          '10:9-10:32 Found `rollout undo` of `deploy web` again, after line 4: the second one returns to the bad release; expected `--to-revision`.',
        ],
      },
    ],
  },
  check({report}) {
    const first = new Map<string, number>();
    return {
      kubectl(node) {
        const target = targetOf(node);
        if (target === undefined) return;
        const at = node.place(node.kubectl.verbs[0]?.start ?? node.command.start, target.end);
        const line = first.get(target.key);
        if (line === undefined) first.set(target.key, at.start.line);
        else report({at, message: 'repeated', data: {target: target.text, line: String(line)}});
      },
    };
  },
});

function targetOf({kubectl}: KubectlNode) {
  const [kind, name] = kubectl.arguments;
  if (kubectl.path.join(' ') !== 'rollout undo' || kind?.value === undefined) return undefined;
  if (findFlag(kubectl, 'to-revision', 'dry-run', 'help', 'selector') !== undefined)
    return undefined;
  const value = [kind, name].map(word => word?.value ?? '').join('/');
  const [type = '', object = ''] = value.split('/');
  const last = object !== '' && !kind.value.includes('/') ? name : kind;
  if (object === '' || last === undefined) return undefined;
  const namespace = findFlag(kubectl, 'namespace')?.value ?? '';
  const text = last === kind ? kind.text : `${kind.text} ${last.text}`;
  return {
    key: [namespace, findResource(type)?.plural ?? type, object].join('/'),
    text,
    end: last.end,
  };
}
