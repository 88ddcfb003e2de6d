import data from './data.json';

export type FlagType = 'bool' | 'int' | 'duration' | 'string' | 'list';

export type FlagSpec = {
  readonly name: string;
  readonly shorthand: string | undefined;
  readonly type: FlagType;
  /** May stand without a value, as `--dry-run` and every `bool` may; then it takes none from the next word. */
  readonly optionalValue: boolean;
  /** Accepted, but not shown in the help: deprecated. */
  readonly hidden: boolean;
  readonly availability: Availability;
};

/** The kubectl versions that have a command or flag, out of `KUBECTL_VERSIONS`. */
export type Availability = {
  /** Undefined when the oldest known version has it. */
  readonly since: string | undefined;
  /** The last version that has it; undefined when the newest known version does. */
  readonly until: string | undefined;
};

export type CommandSpec = {
  readonly path: readonly string[];
  readonly aliases: readonly string[];
  readonly usage: string;
  /** Has subcommands. */
  readonly group: boolean;
  /** The fewest arguments without other flags that name resources; undefined when undecided. */
  readonly minArguments: number | undefined;
  readonly maxArguments: number | undefined;
  readonly requiredFlags: readonly string[];
  /** The command's own flags, then the global ones. */
  readonly flags: ReadonlyMap<string, FlagSpec>;
  readonly shorthands: ReadonlyMap<string, FlagSpec>;
  readonly availability: Availability;
};

/** Oldest first, such as `1.28`. */
export const KUBECTL_VERSIONS: readonly string[] = data.versions;

const FOREVER: Availability = {since: undefined, until: undefined};

/** The line of each command by its path; a line is decoded when its command is first asked for. */
let lines: ReadonlyMap<string, string> | undefined;
const decoded = new Map<string, CommandSpec>();

/** The command of that path, whose first name may not be an alias; `[]` is kubectl itself. */
export function findCommand(path: readonly string[]): CommandSpec | undefined {
  const name = path.join(' ');
  const known = decoded.get(name);
  const line = commandLines().get(name);
  if (known !== undefined || line === undefined) return known;
  const command = decodeCommand(line, name === '' ? [] : [...rootCommand().flags.values()]);
  decoded.set(name, command);
  return command;
}

/** kubectl itself, with the flags that every command takes. */
export function rootCommand(): CommandSpec {
  const root = findCommand([]);
  if (root === undefined) throw new Error('Expected the grammar of kubectl to have a root.');
  return root;
}

/** The command that `name` calls under `parent`, by its name or an alias. */
export function findSubcommand(parent: CommandSpec, name: string): CommandSpec | undefined {
  const direct = findCommand([...parent.path, name]);
  if (direct !== undefined) return name === '' ? undefined : direct;
  return subcommands(parent).find(command => command.aliases.includes(name));
}

export function subcommands(parent: CommandSpec): readonly CommandSpec[] {
  const name = parent.path.join(' ');
  const found = children.get(name) ?? childrenOf(parent);
  children.set(name, found);
  return found;
}

/** By the name of the parent: asked for once a call of kubectl. */
const children = new Map<string, readonly CommandSpec[]>();

function childrenOf(parent: CommandSpec): readonly CommandSpec[] {
  const depth = parent.path.length;
  return [...commandLines().keys()]
    .map(name => (name === '' ? [] : name.split(' ')))
    .filter(path => path.length === depth + 1 && parent.path.every((name, at) => path[at] === name))
    .flatMap(path => findCommand(path) ?? []);
}

/** True when every one of the versions has it. */
export function isAvailable({since, until}: Availability, versions: readonly string[]): boolean {
  return versions.every(
    version =>
      (since === undefined || minor(version) >= minor(since)) &&
      (until === undefined || minor(version) <= minor(until)),
  );
}

function minor(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}

function commandLines(): ReadonlyMap<string, string> {
  lines ??= new Map(data.commands.map(line => [line.slice(0, line.search(/[|@]/)), line]));
  return lines;
}

function decodeCommand(line: string, global: readonly FlagSpec[]): CommandSpec {
  const [head = '', aliases = '', counts = '', required = '', refs = '', ...usage] =
    line.split('|');
  const [name, availability] = decodeRange(head);
  const [min = -1, max = -1] = counts.replace('group ', '').split(' ').map(Number);
  const own = refs === '' ? [] : refs.split(' ').map(decodeFlag);
  const flags = new Map([...global, ...own].map(flag => [flag.name, flag]));
  for (const {name, availability: other} of own) widen(flags, name, other);
  return {
    path: name === '' ? [] : name.split(' '),
    aliases: aliases === '' ? [] : aliases.split(','),
    usage: usage.join('|'),
    group: counts.startsWith('group'),
    minArguments: min < 0 ? undefined : min,
    maxArguments: max < 0 ? undefined : max,
    requiredFlags: required === '' ? [] : required.split(','),
    flags,
    shorthands: new Map([...flags.values()].flatMap(flag => toShorthand(flag))),
    availability,
  };
}

/** A flag that changed its shape is listed once a shape, and was there all along. */
function widen(flags: Map<string, FlagSpec>, name: string, other: Availability): void {
  const flag = flags.get(name);
  if (flag === undefined || flag.availability === other) return;
  const {since, until} = flag.availability;
  const isAdjacent = since !== undefined && other.until !== undefined;
  if (isAdjacent) flags.set(name, {...flag, availability: {since: other.since, until}});
}

function toShorthand(flag: FlagSpec): readonly [string, FlagSpec][] {
  return flag.shorthand === undefined ? [] : [[flag.shorthand, flag]];
}

function decodeFlag(reference: string): FlagSpec {
  const [index, availability] = decodeRange(reference);
  const [name = '', shorthand = '', type = '', hidden] = (data.flags[Number(index)] ?? '').split(
    ' ',
  );
  return {
    name,
    shorthand: shorthand === '' ? undefined : shorthand,
    type: flagType(type.replace('?', '')),
    optionalValue: type === 'bool' || type.endsWith('?'),
    hidden: hidden === 'hidden',
    availability,
  };
}

function flagType(text: string): FlagType {
  return text === 'bool' || text === 'int' || text === 'duration' || text === 'list'
    ? text
    : 'string';
}

/** `37@2-5` is 37 from the third to the sixth version. */
function decodeRange(text: string): readonly [string, Availability] {
  const [value = '', range] = text.split('@');
  if (range === undefined) return [value, FOREVER];
  const [first = 0, last = 0] = range.split('-').map(Number);
  return [
    value,
    {
      since: first === 0 ? undefined : KUBECTL_VERSIONS[first],
      until: last === KUBECTL_VERSIONS.length - 1 ? undefined : KUBECTL_VERSIONS[last],
    },
  ];
}
