import {anglePlaceholders} from '../../shell/angle-placeholder';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-placeholder-in-step',
  summary: 'Disallow placeholders in angle brackets in a step',
  why: 'A step runs as it stands. bash would read `<pod>` as a redirect from a file of that name, and the runner can only ask for inputs that are declared.',
  severity: 'error',
  messages: {
    placeholder:
      'Found the placeholder `{{placeholder}}` in the step `{{step}}`, expected an input such as `"${{variable}}"`.',
  },
  examples: {
    good: [
      {
        title: 'an input',
        source:
          '---\nrunbook:\n  inputs:\n    POD: {description: The pod that restarts}\n---\n\n```bash {"name":"logs"}\nkubectl logs "$POD" -n sql-studio\n```\n',
      },
    ],
    bad: [
      {
        title: 'a step that nobody can run',
        source: '```bash {"name":"logs"}\nkubectl logs <pod> -n sql-studio\n```\n',
        reports: [
          '2:14-2:19 Found the placeholder `<pod>` in the step `logs`, expected an input such as `"$POD"`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      script(script) {
        const {step} = script.block;
        if (step === undefined) return;
        for (const {text, variable, start, end} of anglePlaceholders(script)) {
          const data = {placeholder: text, step: step.name, variable};
          report({at: script.place(start, end), message: 'placeholder', data});
        }
      },
    };
  },
});
