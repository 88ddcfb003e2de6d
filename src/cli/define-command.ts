import type {ParseArgsConfig} from 'node:util';
import type {ExitCode} from './exit-code';
import type {Io} from './io';

export type OptionDefinition = {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  readonly summary: string;
  /** What stands for the value in the help, such as `FILE`. */
  readonly value?: string;
  /** What a string option holds where it has no `=value`; it never takes the next word. */
  readonly bare?: string;
};

type Options = Readonly<Record<string, OptionDefinition>>;

/** The values of a command's options; one that may be repeated is a list. */
export type OptionValues<O extends Options> = {
  readonly [Name in keyof O]?: O[Name] extends {readonly multiple: true}
    ? readonly Value<O[Name]>[]
    : Value<O[Name]>;
};

type Value<O extends OptionDefinition> = O['type'] extends 'boolean' ? boolean : string;

/** One subcommand: from it come parsing, help and the reference page. */
export type Command<O extends Options = Options> = {
  readonly name: string;
  /** One line, without a full stop. */
  readonly summary: string;
  /** The positional arguments as the help shows them, such as `[paths…]`. */
  readonly args: string;
  readonly options: O;
  /** Tasks with the command that does them. */
  readonly examples: readonly (readonly [task: string, command: string])[];
  /** Names of positional arguments are the command's to check. */
  run(
    call: {readonly values: OptionValues<O>; readonly positionals: readonly string[]},
    io: Io,
  ): Promise<ExitCode>;
};

export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command;
}

/** Gives options without a value the one that they have then, as `parseArgs` cannot. */
export function fillBareOptions(options: Options, args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return args.map((arg, index) => {
    const bare = arg.startsWith('--') ? options[arg.slice(2)]?.bare : undefined;
    return bare === undefined || (end !== -1 && index > end) ? arg : `${arg}=${bare}`;
  });
}

/** The same options as `node:util` takes them. */
export function parseArgsOptions(options: Options): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, {type, short, multiple}]) => [
      name,
      {type, ...(short !== undefined && {short}), ...(multiple !== undefined && {multiple})},
    ]),
  );
}
