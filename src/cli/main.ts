import {parseArgs} from 'node:util';
import {commandNames, loadCommand} from './commands';
import {closest} from '../core/closest';
import {fillBareOptions, parseArgsOptions} from './define-command';
import type {Command} from './define-command';
import {EXIT_CODES} from './exit-code';
import type {ExitCode} from './exit-code';
import {commandHelp, overview} from './help';
import type {Io} from './io';
import {UserError} from './user-error';
import {VERSION} from './version';

/** Runs one command line, without the program's name. Never throws; the result is the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    return explain(error, io);
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-V') return print(io, `${VERSION}\n`);
  if (name === undefined) {
    io.stderr.write(await overview());
    return EXIT_CODES.usage;
  }
  if (name === '--help' || name === '-h') return print(io, await overview());
  if (name === 'help') return help(rest[0], io);
  const command = await commandNamed(name);
  if (asksForHelp(rest)) return print(io, commandHelp(command));
  return command.run(parse(command, rest), io);
}

async function help(name: string | undefined, io: Io): Promise<ExitCode> {
  return print(io, name === undefined ? await overview() : commandHelp(await commandNamed(name)));
}

async function commandNamed(name: string): Promise<Command> {
  const command = await loadCommand(name);
  if (command !== undefined) return command;
  const near = closest(name, commandNames);
  throw new UserError(`\`${name}\` is no command, expected one of ${commandNames.join(', ')}.`, {
    hint: near === undefined ? 'Type `runbook --help`.' : `Did you mean \`runbook ${near}\`?`,
  });
}

type Call = Parameters<Command['run']>[0];

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).some(arg => arg === '--help' || arg === '-h');
}

function parse(command: Command, args: readonly string[]): Call {
  try {
    const {values, positionals} = parseArgs({
      args: [...fillBareOptions(command.options, args)],
      options: parseArgsOptions(command.options),
      allowPositionals: true,
    });
    // parseArgs gave every option the type that the command's table asks for.
    return {values: values as Call['values'], positionals};
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const unknown = /Unknown option '(-[^']*)'/.exec(cause.message)?.[1];
    const near = unknown && closest(unknown.slice(2), Object.keys(command.options));
    throw new UserError(
      unknown
        ? `\`${unknown}\` is no option of \`runbook ${command.name}\`.`
        : firstSentence(cause.message),
      {
        hint: near ? `Did you mean \`--${near}\`?` : `Type \`runbook ${command.name} --help\`.`,
        cause,
      },
    );
  }
}

function firstSentence(message: string): string {
  return `${message.split('. ')[0]?.replace(/\.$/, '') ?? message}.`.replaceAll("'", '`');
}

function print(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return EXIT_CODES.ok;
}

function explain(error: unknown, io: Io): ExitCode {
  if (error instanceof UserError) {
    io.stderr.write(
      `runbook: ${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`,
    );
    return EXIT_CODES.usage;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(
    `runbook: this is a bug in runbook ${VERSION}. Please report it with the lines below:\n` +
      `https://github.com/howlerops/runbooks/issues\n\n${stack}\n`,
  );
  return EXIT_CODES.bug;
}
