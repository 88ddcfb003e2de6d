import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-duplicate-step-name',
  summary: 'Disallow a step name that another step or a heading of the page has',
  why: 'The name is the step’s address: links, `runbook run page#name` and records would find only the first of the two.',
  severity: 'error',
  messages: {
    step: 'Step name `{{name}}` is already used on line {{line}}, expected a name of its own.',
    heading:
      'Step name `{{name}}` is already the anchor of the heading on line {{line}}, expected a name of its own.',
  },
  examples: {
    good: [
      {
        title: 'two names',
        source:
          '## Pods\n\n```bash {"name":"list-pods"}\nkubectl get pods\n```\n\n```bash {"name":"list-events"}\nkubectl get events\n```\n',
      },
    ],
    bad: [
      {
        title: 'the same name twice',
        source:
          '```bash {"name":"pods"}\nkubectl get pods\n```\n\n```promql {"name":"pods"}\nsum(up)\n```\n',
        reports: [
          '5:12-5:25 Step name `pods` is already used on line 1, expected a name of its own.',
        ],
      },
      {
        title: 'the anchor of a heading',
        source:
          '## Roll back\n\n```bash {"name":"roll-back"}\nkubectl rollout undo deployment/web\n```\n',
        reports: [
          '3:10-3:28 Step name `roll-back` is already the anchor of the heading on line 1, expected a name of its own.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document: {steps, headings}}) {
        const headingLines = new Map(headings.map(({anchor, span}) => [anchor, span.start.line]));
        const stepLines = new Map<string, number>();
        for (const {step, nameSpan, span} of steps) {
          const {name} = step;
          const first = stepLines.get(name);
          const heading = headingLines.get(name);
          if (first !== undefined) {
            report({at: nameSpan, message: 'step', data: {name, line: String(first)}});
          } else if (heading !== undefined) {
            report({at: nameSpan, message: 'heading', data: {name, line: String(heading)}});
          }
          if (first === undefined) stepLines.set(name, span.start.line);
        }
      },
    };
  },
});
