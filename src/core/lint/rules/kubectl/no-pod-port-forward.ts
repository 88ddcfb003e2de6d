import type {Word} from '../../../shell';
import {hasFlag, pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-pod-port-forward',
  summary: 'Disallow `port-forward` to a pod by its bare name',
  why: 'The pod of a Deployment has a new name after every restart, and the connection ends with the pod. A Service or a Deployment keeps its name; `pod/NAME` says that this one pod is meant.',
  severity: 'info',
  messages: {
    pod: 'Found `port-forward {{pod}}`, expected a Service or a Deployment such as `svc/web`, or `pod/{{pod}}` where that one is meant.',
  },
  examples: {
    good: [
      {
        title: 'a Service, one pod on purpose, and a pod that keeps its name',
        source:
          '```bash\nkubectl port-forward svc/web 8080:80\nkubectl port-forward pod/"$POD_NAME" 8080:80\nkubectl port-forward db-0 5432\n```\n',
      },
    ],
    bad: [
      {
        title: 'a pod that is gone tomorrow',
        source: '```bash\nkubectl port-forward web-7c9d8b6f5-x2k4q 8080:80\n```\n',
        reports: [
          '2:22-2:41 Found `port-forward web-7c9d8b6f5-x2k4q`, expected a Service or a Deployment such as `svc/web`, or `pod/web-7c9d8b6f5-x2k4q` where that one is meant.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const [word] = node.kubectl.arguments;
        if (word === undefined || pathOf(node) !== 'port-forward' || hasFlag(node, 'help')) return;
        if (!isPod(word)) return;
        const at = node.place(word.start, word.end);
        report({at, message: 'pod', data: {pod: word.text}});
      },
    };
  },
});

/** A name that ends in a number is one of a StatefulSet. */
function isPod({value, text, parts}: Word): boolean {
  if (value !== undefined) return !value.includes('/') && !/-\d+$/.test(value);
  const [part] = parts;
  return !text.includes('/') && part?.kind === 'variable' && /POD/i.test(part.name);
}
