import {findFlag, parseKubectl} from '../kubectl';
import {parseNestedScript} from './nested-script';
import type {Shell, SimpleCommand, Word} from './types';
import {wrappersCalled} from './wrappers';
import type {Wrapper} from './wrappers';

/** One command that a simple command runs: itself, or what it hands its arguments to. */
export type CommandLayer = {
  /** The words, the first of which is the program; may be empty for `A=b`. */
  readonly argv: readonly Word[];
  /** The name of the command that runs this one: `sudo`, `xargs`, `kubectl`; undefined for the outermost. */
  readonly via: string | undefined;
  /** Runs in a pod, in a container or on another host. */
  readonly away: boolean;
  /** The simple command that holds the words: one of the script, or one of a nested script. */
  readonly command: SimpleCommand;
  /** The nested script, when the words are from `bash -c '…'` and the like. */
  readonly nested: Shell | undefined;
};

/** How deep commands are looked through: `sudo env timeout xargs sh -c …` is five. */
const MAX_LAYERS = 12;

/** Words of all layers together: whoever has `sudo` a thousand times in a row looks for trouble. */
const MOST_WORDS = 100_000;

/** Looks through `sudo`, `xargs`, `ssh`, `kubectl exec --`, `bash -c '…'`: the outermost layer first. */
export function commandLayers(command: SimpleCommand): readonly CommandLayer[] {
  const layers = known.get(command) ?? unfoldAll(command);
  known.set(command, layers);
  return layers;
}

/** Effects, rules and the walk all ask for the layers of the same command. */
const known = new WeakMap<SimpleCommand, readonly CommandLayer[]>();

function unfoldAll(command: SimpleCommand): readonly CommandLayer[] {
  const outermost = {
    argv: command.words,
    via: undefined,
    away: false,
    command,
    nested: undefined,
  };
  const affordable = Math.floor(MOST_WORDS / Math.max(1, command.words.length));
  return unfold(outermost, Math.min(MAX_LAYERS, affordable));
}

/** The name of the program that a word calls, without its folder. */
export function programName(word: Word | undefined): string | undefined {
  const value = word?.value;
  return value?.includes('/') === true ? value.slice(value.lastIndexOf('/') + 1) : value;
}

function unfold(layer: CommandLayer, depth: number): readonly CommandLayer[] {
  const [program, ...args] = layer.argv;
  const name = programName(program);
  if (name === undefined || depth === 0) return [layer];
  const inner = innerLayers(name, args, layer);
  return [layer, ...inner.flatMap(next => unfold(next, depth - 1))];
}

function innerLayers(
  name: string,
  args: readonly Word[],
  layer: CommandLayer,
): readonly CommandLayer[] {
  if (KUBECTL.has(name)) return throughKubectl(layer);
  if (name === 'find') return throughFind(args, layer);
  if (name === 'trap') return scriptLayers(args.slice(0, 1), {...layer, via: name});
  return wrappersCalled(name).flatMap(wrapper =>
    throughWrapper(wrapper, args, {...layer, via: name, away: layer.away || wrapper.away === true}),
  );
}

export const KUBECTL: ReadonlySet<string> = new Set(['kubectl', 'oc', 'k', 'kubecolor']);

/** Verbs of kubectl that run what follows them. */
const RUNNING: ReadonlySet<string> = new Set(['exec', 'run', 'debug']);

function throughKubectl(layer: CommandLayer): readonly CommandLayer[] {
  if (!layer.argv.some(({value = ''}) => RUNNING.has(value))) return [];
  const parsed = parseKubectl(layer.argv);
  const runs = RUNNING.has(parsed.path.join(' '));
  if (!runs || findFlag(parsed, 'help') !== undefined) return [];
  // Until 1.31 the command could follow the pod without `--`.
  const bare = parsed.path[0] === 'exec' ? parsed.arguments.slice(1) : [];
  const argv = parsed.afterDash ?? bare;
  if (argv.length === 0) return [];
  return [{...layer, argv, via: 'kubectl', away: true}];
}

function throughFind(args: readonly Word[], layer: CommandLayer): readonly CommandLayer[] {
  const starts = args.flatMap(({value = ''}, at) =>
    /^-(?:exec|ok)(?:dir)?$/.test(value) ? [at] : [],
  );
  return starts.map(start => {
    const rest = args.slice(start + 1);
    const end = rest.findIndex(({value}) => value === ';' || value === '+');
    return derive(layer, {argv: end === -1 ? rest : rest.slice(0, end), via: 'find'});
  });
}

function throughWrapper(
  wrapper: Wrapper,
  args: readonly Word[],
  layer: CommandLayer,
): readonly CommandLayer[] {
  const verbs = wrapper.verbs?.[0]?.split(' ') ?? [];
  if (!verbs.every((verb, at) => args[at]?.value === verb)) return [];
  const rest = args.slice(verbs.length);
  const script = wrapper.script === undefined ? undefined : scriptArgument(rest, wrapper.script);
  if (script !== undefined) return scriptLayers([script], layer);
  const argv = innerWords(wrapper, rest);
  if (argv.length === 0 || (wrapper.script !== undefined && wrapper.skips === undefined)) return [];
  if (wrapper.joins === true) return scriptLayers(argv, layer);
  return [{...layer, argv}];
}

/** The word after `-c`, which may close a cluster as in `-lc` and `-ec`. */
function scriptArgument(args: readonly Word[], option: string): Word | undefined {
  const letter = option.slice(1);
  const at = args.findIndex(
    ({value}) => value !== undefined && new RegExp(`^-[a-z]*${letter}$`).test(value),
  );
  return at === -1
    ? undefined
    : args.slice(at + 1).find(({value}) => value?.startsWith('-') !== true);
}

function innerWords(wrapper: Wrapper, args: readonly Word[]): readonly Word[] {
  let skips = wrapper.skips ?? 0;
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    const text = word?.value ?? word?.text ?? '';
    if (wrapper.never?.includes(text) === true) return [];
    if (text === '--') return args.slice(at + 1 + skips);
    if (wrapper.takes?.includes(text) === true) at++;
    else if (text.startsWith('-') && text !== '-') continue;
    else if (wrapper.assigns === true && /^[A-Za-z_]\w*=/.test(text)) continue;
    else if (skips > 0) skips--;
    else return args.slice(at);
  }
  return [];
}

/** One word that is more than a name is a script; several words are a command as they stand. */
function scriptLayers(words: readonly Word[], layer: CommandLayer): readonly CommandLayer[] {
  const [first] = words;
  if (first === undefined) return [];
  const lone = first.parts.length === 1 && first.parts[0]?.kind === 'variable';
  if (lone) return [{...layer, argv: words}];
  const nested = parseNestedScript(...words);
  if (nested.commands.length === 0) return [];
  return nested.commands.map(command => derive(layer, {argv: command.words, command, nested}));
}

function derive(layer: CommandLayer, changes: Partial<CommandLayer>): CommandLayer {
  return {...layer, ...changes};
}
