import {programName} from '../../../shell';
import type {CommandLayer} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/require-argument',
  summary: 'Require the arguments and values without which kubectl refuses a command',
  why: 'The command was cut off when it was pasted, and nobody has run it since.',
  severity: 'error',
  messages: {
    argument: 'Found `{{command}}` without an argument that it needs, expected `{{usage}}`.',
    value: 'Found `{{flag}}` without its value, expected one behind it.',
    flag: 'Found `{{command}}` without `{{flag}}`, expected that flag.',
  },
  examples: {
    good: [
      {
        title: 'complete commands',
        source:
          '```bash\nkubectl describe pod web-0\nkubectl delete -f job.yaml\nkubectl wait --for=condition=Ready pod/web-0\nkubectl logs --help\nkubectl get pods -o name | xargs -n1 kubectl describe\n```\n',
      },
    ],
    bad: [
      {
        title: 'commands that were cut off',
        source:
          '```bash\nkubectl describe\nkubectl get pods -n\nkubectl autoscale deployment web\n```\n',
        reports: [
          '2:1-2:17 Found `kubectl describe` without an argument that it needs, expected `kubectl describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)`.',
          '3:18-3:20 Found `-n` without its value, expected one behind it.',
          '4:1-4:18 Found `kubectl autoscale` without `--max`, expected that flag.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, layer, place}) {
        if (programName(layer.argv[0]) === 'oc' || getsMore(layer)) return;
        for (const problem of kubectl.problems) {
          const at = place(problem.start, problem.end);
          if (problem.kind === 'missing-argument') {
            const usage = shorten(problem.data.usage);
            report({at, message: 'argument', data: {...problem.data, usage}});
          } else if (problem.kind === 'missing-value') {
            report({at, message: 'value', data: problem.data});
          } else if (problem.kind === 'missing-flag') {
            report({at, message: 'flag', data: problem.data});
          }
        }
      },
    };
  },
});

/** `xargs` and `parallel` put their input behind the command. */
function getsMore({command}: CommandLayer): boolean {
  return command.words.some(word => /^(?:xargs|parallel)$/.test(programName(word) ?? ''));
}

const LONGEST_USAGE = 80;

function shorten(usage: string): string {
  return usage.length <= LONGEST_USAGE ? usage : `${usage.slice(0, LONGEST_USAGE - 1)}…`;
}
