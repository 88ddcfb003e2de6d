import {type CommandSpec, findCommand, type FlagSpec, isAvailable} from '../index';
import data from '../data.json';

type Random = () => number;

/** Name servers and files, or have values that are checked before the arguments are. */
const AVOIDED_FLAGS = new Set(
  [
    'server,kubeconfig,kuberc,proxy-url,help,v,vmodule,request-timeout,context,cluster,user,profile',
    'as-uid,as-group,as-user-extra,client,match-server-version,certificate-authority,client-certificate,client-key,token',
  ].flatMap(names => names.split(',')),
);
/** Wait for a person or serve; and `explain`, which in old versions asks the server first. */
const AVOIDED_COMMANDS = new Set(['proxy', 'help', 'completion', 'options', 'alpha', 'edit', 'explain']);
const WORDS = ['pods', 'web', 'deploy/web', 'x', '8080', 'a=b'];
const VALUES = {bool: 'true', int: '3', duration: '5s', string: 'a=b', list: 'a=b'};
const WRONG = {bool: 'maybe', int: '1d', duration: '1d', string: 'a=b', list: 'a=b'};

/** Command lines of that version of kubectl, about half of them with something wrong. */
export function drawCommandLines(count: number, seed: number, version: string): readonly string[][] {
  const random = createRandom(seed);
  const commands = data.commands
    .map(line => findCommand((line.split('|')[0] ?? '').replace(/@.*/, '').split(' ').filter(Boolean)))
    .filter(command => command !== undefined)
    .filter(({path}) => path[0] !== undefined && !AVOIDED_COMMANDS.has(path[0]))
    .filter(({availability}) => isAvailable(availability, [version]));
  return Array.from({length: count}, () => drawLine(pick(commands, random), version, random));
}

function drawLine(command: CommandSpec, version: string, random: Random): string[] {
  const flags = [...command.flags.values()].filter(
    flag => !AVOIDED_FLAGS.has(flag.name) && isAvailable(flag.availability, [version]),
  );
  const required = command.requiredFlags.map(name => `--${name}=1`);
  const parts = [
    ...(random() < 0.8 ? required.map(flag => [flag]) : []),
    ...Array.from({length: below(3, random)}, () => drawFlag(pick(flags, random), random)),
    ...Array.from({length: below(3, random)}, () => [pick(WORDS, random)]),
  ];
  const shuffled = parts.map(part => ({part, key: random()})).toSorted((a, b) => a.key - b.key);
  const rest = shuffled.flatMap(({part}) => part);
  const path = random() < 0.1 ? misspell(command.path, random) : command.path;
  const front = random() < 0.2 ? drawFlag(pick(flags, random), random) : [];
  const dash = random() < 0.15 ? ['--', pick(WORDS, random)] : [];
  const line = [...front, ...path, ...rest, ...dash];
  return random() < 0.1 ? line.slice(0, -1) : line;
}

function drawFlag(flag: FlagSpec, random: Random): string[] {
  const value = random() < 0.15 ? WRONG[flag.type] : VALUES[flag.type];
  const name = random() < 0.1 ? `${flag.name}s` : flag.name;
  const short = flag.shorthand;
  const forms = [[`--${name}=${value}`], flag.type === 'bool' ? [`--${name}`] : [`--${name}`, value]];
  if (short !== undefined) {
    forms.push([`-${short}`, value], [`-${short}${value}`], [`-${short}=${value}`], [`-${short}z`]);
  }
  return pick(forms, random);
}

function misspell(path: readonly string[], random: Random): readonly string[] {
  const at = below(path.length, random);
  return path.map((name, index) => (index === at ? `${name}s` : name));
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[below(items.length, random)];
  if (item === undefined) throw new Error('Expected something to pick from.');
  return item;
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** A linear congruential generator: the same lines for the same seed on every machine. */
function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
