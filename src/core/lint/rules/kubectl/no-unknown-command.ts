import {programName} from '../../../shell';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-unknown-command',
  summary: 'Disallow commands that kubectl does not have',
  why: 'kubectl prints its help and exits, in the middle of an incident.',
  severity: 'error',
  messages: {
    unknown: 'Found `{{command}}`, which `{{parent}}` does not have, expected one of its commands.',
    similar: 'Found `{{command}}`, which `{{parent}}` does not have, expected `{{suggestion}}`.',
  },
  options: {
    allowedPlugins: {
      summary: 'Plugins that kubectl has here; where any is named, every other one is reported',
      pattern: /^[\w-]+$/,
      example: ['neat', 'ctx'],
    },
  },
  examples: {
    good: [
      {
        title: 'commands, a plugin, and one that nobody can know',
        source:
          '```bash\nkubectl rollout status deployment/web\nkubectl neat get pod web-0\nkubectl "$VERB" pods\noc rsh web-0\n```\n',
      },
      {
        title: 'a plugin that is named like a command',
        source: '```bash\nkubectl tops pods\nkubectl topz\n```\n',
        options: {allowedPlugins: ['tops', 'topz']},
      },
    ],
    bad: [
      {
        title: 'a slip of the pen',
        source: '```bash\nkubectl rollout stauts deployment/web\nkubectl descirbe pod web-0\n```\n',
        reports: [
          '2:17-2:23 Found `stauts`, which `kubectl rollout` does not have, expected `status`.',
          '3:9-3:17 Found `descirbe`, which `kubectl` does not have, expected `describe`.',
        ],
      },
      {
        title: 'a command that never was',
        source: '```bash\nkubectl config swap production\n```\n',
        reports: [
          '2:16-2:20 Found `swap`, which `kubectl config` does not have, expected one of its commands.',
        ],
      },
      {
        title: 'a plugin that is not among those of the team',
        source: '```bash\nkubectl neat get pod web-0\nkubectl tree deployment web\n```\n',
        options: {allowedPlugins: ['neat', 'ctx']},
        reports: [
          '3:9-3:13 Found `tree`, which `kubectl` does not have, expected one of its commands.',
        ],
      },
    ],
  },
  check({report, options: {allowedPlugins}}) {
    const knowsPlugins = allowedPlugins.length > 0;
    return {
      kubectl({kubectl, layer, place}) {
        if (programName(layer.argv[0]) === 'oc') return;
        for (const problem of kubectl.problems) {
          if (problem.kind !== 'unknown-command') continue;
          const at = place(problem.start, problem.end);
          const {command, parent, suggestion} = problem.data;
          if (parent === 'kubectl') {
            if (allowedPlugins.includes(command)) continue;
            // What kubectl itself does not know may be a plugin, unless it is all but a command.
            if (!knowsPlugins && (suggestion === '' || command.length < 5)) continue;
          }
          if (suggestion === '') report({at, message: 'unknown', data: {command, parent}});
          else report({at, message: 'similar', data: {command, parent, suggestion}});
        }
      },
    };
  },
});
