import {loadConfig} from '../config';
import {defineCommand} from '../define-command';
import {exportRun} from '../runs/export-run';
import {listRuns} from '../runs/list-runs';
import {pruneRuns} from '../runs/prune-runs';
import {showRun} from '../runs/show-run';
import {verifyRun} from '../runs/verify-run';
import {UserError} from '../user-error';
import {closest} from '../../core/closest';

const ACTIONS = ['list', 'show', 'export', 'verify', 'prune'] as const;

export default defineCommand({
  name: 'runs',
  summary: 'Look into the records of runs',
  args: '[list | show ID | export ID | verify ID | prune]',
  options: {
    output: {type: 'string', value: 'STEP', summary: 'With show: the whole output of one step'},
    format: {
      type: 'string',
      value: 'FORMAT',
      summary: 'With export: markdown (the default), html or json',
    },
    config: {type: 'string', value: 'FILE', summary: 'Use this configuration'},
  },
  examples: [
    ['Which runs were there?', 'runbook runs'],
    ['What did the last one do?', 'runbook runs show last'],
    ['All that a step has printed', 'runbook runs show last --output describe-pod'],
    ['The record for the ticket of the incident', 'runbook runs export last'],
    ['Was a record changed afterwards?', 'runbook runs verify 20261128-1440'],
  ],
  async run({values, positionals}, io) {
    const [name = 'list', wanted, ...rest] = positionals;
    const action = ACTIONS.find(candidate => candidate === name);
    if (action === undefined) throw unknownAction(name);
    if (rest.length > 0 || ((action === 'list' || action === 'prune') && wanted !== undefined)) {
      throw new UserError(`\`runbook runs ${name}\` does not take \`${positionals.at(-1)}\`.`);
    }
    const {root, config} = await loadConfig(io.cwd, values.config);
    switch (action) {
      case 'list':
        return listRuns(root, io);
      case 'show':
        return showRun(root, {wanted, output: values.output}, io);
      case 'export':
        return exportRun(root, {wanted, format: values.format}, io);
      case 'verify':
        return verifyRun(root, wanted, io);
      case 'prune':
        return pruneRuns(root, config.runs, io);
    }
  },
});

function unknownAction(name: string): UserError {
  const near = closest(name, ACTIONS);
  return new UserError(`\`runbook runs ${name}\`: expected one of ${ACTIONS.join(', ')}.`, {
    hint:
      near === undefined ? 'Type `runbook runs --help`.' : `Did you mean \`runbook runs ${near}\`?`,
  });
}
