import {programName} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-surplus-argument',
  summary: 'Disallow arguments to kubectl commands that take none',
  why: 'kubectl refuses the command instead of leaving the word out.',
  severity: 'error',
  messages: {
    surplus: 'Found `{{argument}}`, expected no argument, because `{{command}}` takes none.',
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
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, layer, place}) {
        if (programName(layer.argv[0]) === 'oc') return;
        for (const problem of kubectl.problems) {
          if (problem.kind !== 'unexpected-argument') continue;
          report({at: place(problem.start, problem.end), message: 'surplus', data: problem.data});
        }
      },
    };
  },
});
