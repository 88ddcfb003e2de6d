import {programName} from '../../../shell';
import {isComplete, pathOf} from '../../kubectl/call';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-surplus-argument',
  summary: 'Disallow arguments to kubectl commands that take none',
  why: 'kubectl refuses the command instead of leaving the word out.',
  severity: 'error',
  messages: {
    surplus: 'Found `{{argument}}`, expected no argument, because `{{command}}` takes none.',
    many: 'Found `{{argument}}`, expected no more than a pod and a container for `kubectl logs`; run it once a pod, or with a selector.',
  },
  examples: {
    good: [{title: 'no argument', source: '```bash\nkubectl cluster-info\nkubectl version\n```\n'}],
    bad: [
      {
        title: 'a word too many',
        source: '```bash\nkubectl version all\n```\n',
        reports: [
          '2:17-2:20 Found `all`, expected no argument, because `kubectl version` takes none.',
        ],
      },
      {
        title: 'several pods',
        source: '```bash\nkubectl logs web-0 web-1 web-2\n```\n',
        reports: [
          '2:26-2:31 Found `web-2`, expected no more than a pod and a container for `kubectl logs`; run it once a pod, or with a selector.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, layer, place} = node;
        const third =
          pathOf(node) === 'logs' && isComplete(node) ? kubectl.arguments[2] : undefined;
        if (third !== undefined) {
          const at = place(third.start, third.end);
          report({at, message: 'many', data: {argument: third.text}});
        }
        if (programName(layer.argv[0]) === 'oc') return;
        for (const problem of kubectl.problems) {
          if (problem.kind !== 'unexpected-argument') continue;
          report({at: place(problem.start, problem.end), message: 'surplus', data: problem.data});
        }
      },
    };
  },
});
