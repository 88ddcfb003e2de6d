import {closest} from '../../../closest';
import {defineRule} from '../../rule';
import {tagEntry} from '../../runbook/tag-entry';

export default defineRule({
  id: 'runbook/no-unknown-step',
  summary: 'Disallow `needs` and `undo` that name no step of the page',
  why: 'The runner refuses the page when somebody needs it, or has no way back when a change went wrong.',
  severity: 'error',
  messages: {
    unknown: 'Found `{{name}}` in `{{key}}`, expected the name of a step of this page.',
    similar: 'Found `{{name}}` in `{{key}}`, which no step is called, expected `{{similar}}`.',
    manual:
      'Found `{{name}}` in `undo`, which is {{kind}} step and reverts nothing, expected a command.',
    self: 'Found the step `{{name}}` in its own `undo`, expected another one.',
  },
  examples: {
    good: [
      {
        title: 'steps of the page, before and after',
        source:
          '```bash {"name":"cordon","undo":"uncordon"}\nkubectl cordon node-1\n```\n\n```bash {"name":"uncordon"}\nkubectl uncordon node-1\n```\n\n```bash {"name":"heap","needs":"cordon,uncordon"}\ncurl -f localhost:8080\n```\n',
      },
    ],
    bad: [
      {
        title: 'a slip of the pen, and a step of another page',
        source:
          '```bash {"name":"forward","background":true,"ready":"port:8080"}\nkubectl port-forward svc/web 8080\n```\n\n```bash {"name":"heap","needs":"foward","undo":"roll-back"}\ncurl -f localhost:8080\n```\n',
        reports: [
          '5:24-5:40 Found `foward` in `needs`, which no step is called, expected `forward`.',
          '5:41-5:59 Found `roll-back` in `undo`, expected the name of a step of this page.',
        ],
      },
      {
        title: 'an `undo` that reverts nothing',
        source:
          '```bash {"name":"cordon","undo":"cordon"}\nkubectl cordon node-1\n```\n\n```bash {"name":"drain","undo":"load"}\nkubectl drain node-1\n```\n\n```promql {"name":"load"}\nsum(node_load1)\n```\n',
        reports: [
          '1:26-1:41 Found the step `cordon` in its own `undo`, expected another one.',
          '5:25-5:38 Found `load` in `undo`, which is a query step and reverts nothing, expected a command.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        const steps = new Map(document.steps.map(({step}) => [step.name, step]));
        for (const {step, block, nameSpan} of document.steps) {
          if (step.kind !== 'command' || block === undefined) continue;
          const undo = step.undo === null ? [] : [{key: 'undo', name: step.undo}];
          const needs = step.needs.map(name => ({key: 'needs', name}));
          for (const {key, name} of [...needs, ...undo]) {
            const at = tagEntry(block, document, key)?.at ?? nameSpan;
            const target = steps.get(name);
            const similar = target === undefined ? closest(name, steps.keys()) : undefined;
            if (target === undefined && similar !== undefined) {
              report({at, message: 'similar', data: {name, key, similar}});
            } else if (target === undefined) {
              report({at, message: 'unknown', data: {name, key}});
            } else if (key === 'undo' && target.kind !== 'command') {
              const kind = target.kind === 'query' ? 'a query' : 'a manual';
              report({at, message: 'manual', data: {name, kind}});
            } else if (key === 'undo' && target === step) {
              report({at, message: 'self', data: {name}});
            }
          }
        }
      },
    };
  },
});
