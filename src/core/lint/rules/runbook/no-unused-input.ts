import type {MarkdownDocument} from '../../../document';
import {promqlInputs} from '../../../promql';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'runbook/no-unused-input',
  summary: 'Disallow an input that no block uses',
  why: 'The runner asks for a value that nothing needs, or a step lost the variable that it should have.',
  severity: 'warning',
  messages: {unused: 'Input `{{name}}` is used by no block, expected `"${{name}}"` in a step.'},
  examples: {
    good: [
      {
        title: 'used by a step, and by the choices of another input',
        source:
          '---\nrunbook:\n  inputs:\n    APP: {description: The application}\n    POD:\n      description: One of its pods\n      choices: kubectl get pods -l app="$APP" -o name\n---\n\n```bash {"name":"logs"}\nkubectl logs "$POD"\n```\n',
      },
    ],
    bad: [
      {
        title: 'used by none',
        source:
          '---\nrunbook:\n  inputs:\n    POD: {description: The pod that restarts}\n---\n\n```bash {"name":"pods"}\nkubectl get pods\n```\n',
        reports: ['4:5-4:8 Input `POD` is used by no block, expected `"$POD"` in a step.'],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        const used = usedNames(document);
        for (const {name, span} of document.inputs) {
          if (!used.has(name)) report({at: span, message: 'unused', data: {name}});
        }
      },
    };
  },
});

function usedNames({blocks, runbook}: MarkdownDocument): ReadonlySet<string> {
  const inBlocks = blocks.flatMap(({shell, family, text}) => {
    if (family === 'promql') return promqlInputs(text).map(({name}) => name);
    return shell?.variables.map(({name}) => name) ?? [];
  });
  const inChoices = runbook.inputs.flatMap(({choices}) =>
    Array.from((choices ?? '').matchAll(/\$\{?(\w+)/g), match => match[1] ?? ''),
  );
  return new Set([...inBlocks, ...inChoices]);
}
