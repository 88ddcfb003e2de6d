import {analyzeEffect, parseShell} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-changing-choices',
  summary: 'Disallow a `choices` command that does more than read',
  why: 'Choices are there to be looked at before anybody has agreed to anything, so the runner refuses such a command and has nothing to offer.',
  severity: 'error',
  messages: {
    changes:
      'Found `{{program}}` in the choices of `{{input}}`, whose effect is `{{effect}}`, expected commands that only read.',
    waits:
      'Found `{{program}}` in the choices of `{{input}}`, which does not end by itself, expected a command that prints and ends.',
  },
  examples: {
    good: [
      {
        title: 'a list',
        source:
          '---\nrunbook:\n  inputs:\n    POD: {description: The pod, choices: "kubectl get pods -o name | sort"}\n---\n\n```bash {"name":"logs"}\nkubectl logs "$POD"\n```\n',
      },
    ],
    bad: [
      {
        title: 'a command that changes, and one that never ends',
        source:
          '---\nrunbook:\n  inputs:\n    POD:\n      description: The pod\n      choices: kubectl delete pod web-0 && kubectl get pods -o name\n    NODE:\n      description: Its node\n      choices: kubectl get nodes -o name --watch\n---\n\n```bash {"name":"logs"}\nkubectl logs "$POD"\nkubectl describe "$NODE"\n```\n',
        reports: [
          '6:16-6:68 Found `kubectl` in the choices of `POD`, whose effect is `destroy`, expected commands that only read.',
          '9:16-9:49 Found `kubectl` in the choices of `NODE`, which does not end by itself, expected a command that prints and ends.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document: {runbook, frontMatter}}) {
        for (const {name, choices} of runbook.inputs) {
          if (choices === null || frontMatter === undefined) continue;
          const {effect, reasons} = analyzeEffect(parseShell(choices));
          const at = frontMatter.placeOf(['runbook', 'inputs', name, 'choices']);
          const cause = reasons.find(({outcome}) => outcome === effect);
          const wait = reasons.find(
            ({outcome}) => outcome === 'blocking' || outcome === 'interactive',
          );
          if (effect !== 'read' && cause !== undefined) {
            report({at, message: 'changes', data: {program: cause.program, input: name, effect}});
          } else if (wait !== undefined) {
            report({at, message: 'waits', data: {program: wait.program, input: name}});
          }
        }
      },
    };
  },
});
