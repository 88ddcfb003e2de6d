import {pipedInto, programName} from '../../../shell';
import {pathOf} from '../../kubectl/call';
import {GREPS, grepPattern} from '../../tool/grep-pattern';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-probe-settings',
  summary: "Disallow searching `describe` for a probe's settings to see whether it fails",
  why: '`Liveness:` is the line that says how the probe is set, the same whether it fails or not. Failures are events.',
  severity: 'warning',
  messages: {
    settings:
      'Found a search for `{{pattern}}`, which shows how the probe is set and not its failures, expected `kubectl events --for {{object}} --types=Warning`.',
  },
  examples: {
    good: [
      {
        title: 'failures',
        source:
          '```bash\nkubectl events --for pod/web-0 --types=Warning\nkubectl describe pod web-0 | grep "Liveness probe failed"\n```\n',
      },
    ],
    bad: [
      {
        title: 'settings',
        source: '```bash\nkubectl describe pod web-0 | grep -A 10 "Liveness:"\n```\n',
        reports: [
          '2:41-2:52 Found a search for `Liveness:`, which shows how the probe is set and not its failures, expected `kubectl events --for pod/web-0 --types=Warning`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl(node) {
        const {kubectl, layer, script, place} = node;
        if (pathOf(node) !== 'describe') return;
        for (const reader of pipedInto(layer.nested ?? script.shell, layer.command)) {
          const [program] = reader.words;
          const name = GREPS.find(grep => grep === programName(program));
          if (name === undefined || program === undefined) continue;
          const call = {name, program, args: reader.args, layer: {...layer, command: reader}};
          const pattern = grepPattern(call);
          if (pattern === undefined || !PROBE.test(pattern.text)) continue;
          const object = kubectl.arguments.map(({text}) => text).join('/') || 'pod/NAME';
          report({
            at: place(pattern.word.start, pattern.word.end),
            message: 'settings',
            data: {pattern: pattern.text, object},
          });
        }
      },
    };
  },
});

const PROBE = /^\s*\^?\s*(?:Liveness|Readiness|Startup):/i;
