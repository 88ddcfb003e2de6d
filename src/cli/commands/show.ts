import {printable} from '../../core';
import type {Runbook, Step} from '../../core';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import {findRunbook} from '../find-runbook';
import {table} from '../table';
import {UserError} from '../user-error';

export default defineCommand({
  name: 'show',
  summary: 'Show a runbook with its steps, or one step',
  args: '<runbook[#step]>',
  options: {
    json: {type: 'boolean', summary: 'Print the entry of the registry as JSON'},
    config: {type: 'string', value: 'FILE', summary: 'Use this configuration'},
  },
  examples: [
    ['What does the runbook of an alert do?', 'runbook show HighErrorRate'],
    ['The exact text of one step', 'runbook show high-error-rate#error-distribution'],
  ],
  async run({values, positionals}, io) {
    const [name] = positionals;
    if (name === undefined) {
      throw new UserError('`runbook show` needs the name of a runbook or a step.', {
        hint: 'Type `runbook list` to see the runbooks.',
      });
    }
    const {document, step} = await findRunbook(name, {cwd: io.cwd, config: values.config});
    const {runbook} = document;
    if (values.json) io.stdout.write(`${JSON.stringify(step ?? runbook, null, 2)}\n`);
    else io.stdout.write(step ? describeStep(step, runbook) : describeRunbook(runbook));
    return EXIT_CODES.ok;
  },
});

function describeRunbook(runbook: Runbook): string {
  const head = [
    printable(runbook.title),
    [...runbook.alerts, runbook.severity ?? ''].filter(Boolean).map(printable).join(' · '),
    printable(runbook.path),
  ];
  const inputs = runbook.inputs.map(({name, type, description}) =>
    [`  ${name}`, type, description].map(printable),
  );
  const steps = runbook.steps.map(step =>
    [`  ${step.name}`, step.kind, step.effect, step.phase ?? '-', step.title ?? ''].map(printable),
  );
  return [
    `${head.filter(Boolean).join('\n')}\n`,
    ...(inputs.length === 0 ? [] : [`\nInputs\n${table(inputs)}`]),
    ...(steps.length === 0 ? [] : [`\nSteps\n${table(steps)}`]),
    `\nRun it: runbook run ${runbook.slug}\n`,
  ].join('');
}

function describeStep(step: Step, runbook: Runbook): string {
  const facts = [step.kind, step.effect, ...step.traits, step.phase ?? ''].filter(Boolean);
  const place = `${runbook.path}:${step.line}`;
  return `${[`${step.id}  (${facts.join(', ')})`, place].map(printable).join('\n')}\n\n${textOf(
    step,
  )
    .split('\n')
    .map(line => `  ${printable(line)}`.trimEnd())
    .join('\n')}\n`;
}

function textOf(step: Step): string {
  if (step.kind === 'command') return step.script;
  return step.kind === 'query' ? step.expr : step.text;
}
