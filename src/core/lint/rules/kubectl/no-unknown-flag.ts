import {programName} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-unknown-flag',
  summary: 'Disallow flags that a kubectl command does not have',
  why: 'kubectl refuses the whole command. Flags were removed over the years, and old runbooks still carry them.',
  severity: 'error',
  messages: {
    unknown: 'Found `{{flag}}`, which `{{command}}` does not have, expected one of its flags.',
    similar: 'Found `{{flag}}`, which `{{command}}` does not have, expected `{{suggestion}}`.',
  },
  examples: {
    good: [
      {
        title: 'flags anywhere, short ones joined, and those of the command that runs in the pod',
        source:
          '```bash\nkubectl -n sql-studio get pods -owide -l app=web --sort-by=.metadata.name\nkubectl exec web-0 -- ls --color\nkubectl get pods "$FLAGS"\n```\n',
      },
    ],
    bad: [
      {
        title: 'a slip of the pen',
        source: '```bash\nkubectl logs web-0 --previos\n```\n',
        reports: [
          '2:20-2:29 Found `--previos`, which `kubectl logs` does not have, expected `--previous`.',
        ],
      },
      {
        title: 'a flag that is gone',
        source: '```bash\nkubectl get deployment web -o yaml --export\n```\n',
        reports: [
          '2:36-2:44 Found `--export`, which `kubectl get` does not have, expected one of its flags.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, layer, place}) {
        if (programName(layer.argv[0]) === 'oc') return;
        for (const problem of kubectl.problems) {
          if (problem.kind !== 'unknown-flag') continue;
          const at = place(problem.start, problem.end);
          const {flag, suggestion} = problem.data;
          const command = `kubectl ${kubectl.path.join(' ')}`.trim();
          if (suggestion === '') report({at, message: 'unknown', data: {flag, command}});
          else report({at, message: 'similar', data: {flag, command, suggestion}});
        }
      },
    };
  },
});
