import {parseShell} from '../../core';
import type {Runbook} from '../../core';
import {selectSteps, shellScript} from '../../runner';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import {findRunbook} from '../find-runbook';
import {checkDocument, selectionError} from '../run/prepare';
import {UserError} from '../user-error';
import {VERSION} from '../version';

export default defineCommand({
  name: 'export',
  summary: 'Print a runbook as one bash script, for machines without Node',
  args: '<runbook>',
  options: {
    to: {type: 'string', value: 'FORMAT', summary: 'sh, which is the default'},
    config: {type: 'string', value: 'FILE', summary: 'Use this configuration'},
  },
  examples: [
    [
      'Take a runbook to a bastion host',
      'runbook export high-error-rate --to sh > high-error-rate.sh',
    ],
    ['Run it there', 'PROMETHEUS_URL=http://localhost:9090 REVISION=41 bash high-error-rate.sh'],
  ],
  async run({values, positionals}, io) {
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0 || name.includes('#')) {
      throw new UserError('`runbook export` takes the name of one runbook.', {
        hint: 'Type `runbook list` to see the runbooks. The script itself takes names of steps.',
      });
    }
    if (values.to !== undefined && values.to !== 'sh') {
      throw new UserError(`\`--to ${values.to}\`: expected sh.`);
    }
    const {document} = await findRunbook(name, {cwd: io.cwd, config: values.config});
    checkDocument(document);
    checkSteps(document.runbook);
    io.stdout.write(shellScript(document.runbook, {version: VERSION}));
    return EXIT_CODES.ok;
  },
});

/** A block that bash cannot read would take the rest of the script with it. */
function checkSteps(runbook: Runbook): void {
  const {problems} = selectSteps(runbook, {
    step: null,
    from: null,
    only: runbook.steps.map(({name}) => name),
  });
  if (problems.length > 0) throw selectionError(problems, runbook);
  for (const step of runbook.steps) {
    const [error] = step.kind === 'command' ? parseShell(step.script).errors : [];
    if (error === undefined) continue;
    throw new UserError(`\`${step.id}\` is no script that can be exported: ${error.message}`, {
      hint: `Type \`runbook lint ${runbook.path}\`.`,
    });
  }
}
