import {loadConfig} from '../config';
import {defineCommand} from '../define-command';
import {doctorJson, doctorText, examine} from '../doctor';
import {EXIT_CODES} from '../exit-code';
import {hasColor} from '../io';
import {loadProject} from '../project';
import {UserError} from '../user-error';
import {palette} from '../../runner';

export default defineCommand({
  name: 'doctor',
  summary: 'Say what the runbooks need and this machine lacks',
  args: '',
  options: {
    prometheus: {
      type: 'string',
      value: 'URL',
      summary: 'The server that answers queries; else PROMETHEUS_URL',
    },
    context: {type: 'string', value: 'NAME', summary: 'Look at this kube context'},
    format: {type: 'string', value: 'FORMAT', summary: 'text, or json'},
    config: {type: 'string', value: 'FILE', summary: 'Use this configuration'},
  },
  examples: [
    ['Is this machine fit for an incident?', 'runbook doctor'],
    ['The same for another cluster', 'runbook doctor --context prod'],
  ],
  async run({values, positionals}, io) {
    const format = readFormat(values.format);
    if (positionals.length > 0) {
      throw new UserError('`runbook doctor` takes no names: it looks at all runbooks.');
    }
    const loaded = await loadConfig(io.cwd, values.config);
    const {registry, unreadable} = await loadProject(loaded);
    for (const {path, reason} of unreadable) io.stderr.write(`runbook: ${path}: ${reason}\n`);
    const checks = await examine(
      registry,
      {
        target: loaded.config.target,
        prometheus: values.prometheus ?? (io.env['PROMETHEUS_URL'] || undefined),
        context: values.context,
      },
      io,
    );
    const paint = palette({color: hasColor(io.stdout, io.env)});
    io.stdout.write(format === 'json' ? doctorJson(checks) : doctorText(checks, paint));
    return checks.some(({verdict}) => verdict === 'fail') ? EXIT_CODES.failed : EXIT_CODES.ok;
  },
});

function readFormat(given = 'text'): 'text' | 'json' {
  if (given === 'text' || given === 'json') return given;
  throw new UserError(`\`--format ${given}\`: expected one of text, json.`);
}
