import {loadConfig} from '../config';
import {defineCommand} from '../define-command';
import {EXIT_CODES} from '../exit-code';
import {printable} from '../../core';
import type {Runbook} from '../../core';
import {loadProject} from '../project';
import {table} from '../table';

export default defineCommand({
  name: 'list',
  summary: 'List the runbooks of the project',
  args: '',
  options: {
    json: {type: 'boolean', summary: 'Print the whole registry as JSON'},
    config: {type: 'string', value: 'FILE', summary: 'Use this configuration'},
  },
  examples: [
    ['Which runbooks are there?', 'runbook list'],
    ['Every step of every runbook, for another program', 'runbook list --json'],
  ],
  async run({values}, io) {
    const {registry, unreadable} = await loadProject(await loadConfig(io.cwd, values.config));
    for (const {path, reason} of unreadable) io.stderr.write(`runbook: ${path}: ${reason}\n`);
    if (values.json) {
      io.stdout.write(`${JSON.stringify(registry, null, 2)}\n`);
      return EXIT_CODES.ok;
    }
    if (registry.runbooks.length === 0) {
      io.stderr.write('No runbook found: no page has a tagged block or a `runbook:` key.\n');
      return EXIT_CODES.ok;
    }
    io.stdout.write(
      table([['RUNBOOK', 'SEVERITY', 'ALERTS', 'STEPS', 'TITLE'], ...registry.runbooks.map(row)]),
    );
    return EXIT_CODES.ok;
  },
});

function row({slug, severity, alerts, steps, title}: Runbook): readonly string[] {
  return [slug, severity ?? '-', alerts.join(', ') || '-', String(steps.length), title].map(
    printable,
  );
}
