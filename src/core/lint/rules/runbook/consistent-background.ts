import {analyzeEffect} from '../../../shell';
import type {Shell} from '../../../shell';
import {defineRule} from '../../rule';
import {tagEntry} from '../../runbook/tag-entry';

export default defineRule({
  id: 'runbook/consistent-background',
  summary: 'Require `background` and `ready` together, on a step that does not end by itself',
  why: 'Without `ready` the next step starts before the port answers, and fails now and then; without `background` nothing looks at `ready`.',
  severity: 'warning',
  messages: {
    ready:
      'Found `background` without `ready`, expected what says that the next step can start, such as `"ready":"port:8080"`.',
    background:
      'Found `ready` without `background`, which nothing looks at, expected `"background":true` too.',
    ends: 'Found `background` on a step that ends by itself, expected a step in the foreground, for the next one to wait for.',
  },
  examples: {
    good: [
      {
        title: 'a tunnel',
        source:
          '```bash {"name":"forward","background":true,"ready":"port:8080"}\nkubectl port-forward svc/web 8080\n```\n',
      },
    ],
    bad: [
      {
        title: 'half of the two, and a step that is over at once',
        source:
          '```bash {"name":"forward","background":true}\nkubectl port-forward svc/web 8080\n```\n\n```bash {"name":"proxy","ready":"port:8001"}\nkubectl proxy\n```\n\n```bash {"name":"restart","background":true,"ready":"log:restarted"}\nkubectl rollout restart deployment/web\n```\n',
        reports: [
          '1:27-1:44 Found `background` without `ready`, expected what says that the next step can start, such as `"ready":"port:8080"`.',
          '5:25-5:44 Found `ready` without `background`, which nothing looks at, expected `"background":true` too.',
          '9:27-9:44 Found `background` on a step that ends by itself, expected a step in the foreground, for the next one to wait for.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        for (const {step, block, nameSpan} of document.steps) {
          if (step.kind !== 'command' || block?.shell === undefined) continue;
          const place = (key: string) => tagEntry(block, document, key)?.at ?? nameSpan;
          if (!step.background && step.ready !== null) {
            report({at: place('ready'), message: 'background', data: {}});
          } else if (step.background && endsByItself(block.shell)) {
            report({at: place('background'), message: 'ends', data: {}});
          } else if (step.background && step.ready === null) {
            report({at: place('background'), message: 'ready', data: {}});
          }
        }
      },
    };
  },
});

/** Only commands that are known to end, none of them in a loop or behind an expansion. */
function endsByItself({commands, script}: Shell): boolean {
  const {traits, reasons} = analyzeEffect(script);
  const isKnown = reasons.every(({code}) => !/^(?:unknown-|expansion|no-command)/.test(code));
  const isPlain = commands.every(
    ({within, background, name}) => within.length === 0 && !background && name?.value !== 'sleep',
  );
  return isKnown && isPlain && commands.length > 0 && !traits.some(trait => trait !== 'secrets');
}
