import {commandNames, loadCommand} from './commands';
import type {Command, OptionDefinition} from './define-command';

/** The help of the program: the commands, and where to read on. */
export async function overview(): Promise<string> {
  const commands = await Promise.all(commandNames.map(loadCommand));
  const rows = commands.flatMap(command =>
    command ? [[`runbook ${command.name} ${command.args}`.trim(), command.summary] as const] : [],
  );
  return [
    'Runbooks that are read, searched, executed and linted.',
    '',
    'Usage: runbook <command> [options]',
    '',
    ...columns(rows),
    '',
    'Type `runbook <command> --help` for the options of a command.',
    'Exit codes: 0 ok, 1 findings or a failed step, 2 bad arguments, 3 a bug, 130 and 143 interrupted.',
    '',
  ].join('\n');
}

/** The help of one command: purpose, tasks, options. */
export function commandHelp({name, summary, args, options, examples}: Command): string {
  const tasks = examples.map(([task, command]) => [command, task] as const);
  const flags = Object.entries(options).map(
    ([option, definition]) => [flag(option, definition), definition.summary] as const,
  );
  return [
    `${summary}.`,
    '',
    `Usage: runbook ${name} ${args} [options]`.replace(/ {2,}/g, ' '),
    ...section('Examples', tasks),
    ...section('Options', [...flags, ['-h, --help', 'Show this help'] as const]),
    '',
  ].join('\n');
}

function section(title: string, rows: readonly (readonly [string, string])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', `${title}:`, ...columns(rows)];
}

function flag(name: string, {short, type, value = 'VALUE', bare}: OptionDefinition): string {
  const shown = bare === undefined ? ` ${value}` : `[=${value}]`;
  const long = type === 'string' ? `--${name}${shown}` : `--${name}`;
  return short === undefined ? `    ${long}` : `-${short}, ${long}`;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
