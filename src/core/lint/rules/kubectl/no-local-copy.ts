import type {Word} from '../../../shell';
import {isComplete, isOc, pathOf, verbPlace} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-local-copy',
  summary: 'Disallow `kubectl cp` without a pod on one side',
  why: 'A path in a pod is written `POD:PATH` or `NAMESPACE/POD:PATH`. In anything else kubectl sees no pod, or takes the type for a namespace.',
  severity: 'error',
  messages: {
    sides:
      'Found `kubectl cp` with {{found}}, expected a source and a target, one of them as `POD:PATH`.',
    type: 'Found `{{word}}`, in which `{{type}}` is read as a namespace, expected `POD:PATH`.',
  },
  examples: {
    good: [
      {
        title: 'a pod on one side',
        source:
          '```bash\nkubectl cp web-0:/tmp/heap.prof heap.prof -n shop\nkubectl cp dump.sql shop/db-0:/tmp/dump.sql\nkubectl cp "$SOURCE" .\nkubectl cp <pod>:/tmp/x x\n```\n',
      },
    ],
    bad: [
      {
        title: 'no pod, no target, and a type',
        source:
          '```bash\nkubectl cp web-0 /tmp/heap.prof\nkubectl cp web-0:/tmp/heap.prof\nkubectl cp deploy/web:/tmp/heap.prof heap.prof\n```\n',
        reports: [
          '2:1-2:11 Found `kubectl cp` with two local paths, expected a source and a target, one of them as `POD:PATH`.',
          '3:1-3:11 Found `kubectl cp` with one path, expected a source and a target, one of them as `POD:PATH`.',
          '4:12-4:37 Found `deploy/web:/tmp/heap.prof`, in which `deploy` is read as a namespace, expected `POD:PATH`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        if (pathOf(node) !== 'cp' || isOc(node) || !isComplete(node)) return;
        const words = node.kubectl.arguments;
        const typed = words.find(({text}) => TYPE.test(text));
        if (typed !== undefined) {
          const data = {word: typed.text, type: typed.text.split('/')[0] ?? ''};
          report({at: node.place(typed.start, typed.end), message: 'type', data});
        } else if (words.length === 1) {
          report({at: verbPlace(node), message: 'sides', data: {found: 'one path'}});
        } else if (words.length === 2 && words.every(isLocal)) {
          report({at: verbPlace(node), message: 'sides', data: {found: 'two local paths'}});
        }
      },
    };
  },
});

/** Nobody calls a namespace by the name of a type. */
const TYPE =
  /^(?:po|pods?|deploy|deployments?|sts|statefulsets?|ds|daemonsets?|svc|services?)\/[^/:]+:/;

function isLocal({value, text}: Word): boolean {
  return value !== undefined && !text.includes(':');
}
