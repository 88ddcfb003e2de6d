import type {Command} from '../define-command';

/** Each command is loaded when it is called, so that none pays for another's start. */
const COMMANDS: Readonly<Record<string, () => Promise<{readonly default: Command}>>> = {
  lint: () => import('./lint'),
  explain: () => import('./explain'),
  list: () => import('./list'),
  show: () => import('./show'),
  run: () => import('./run'),
  runs: () => import('./runs'),
  doctor: () => import('./doctor'),
  export: () => import('./export'),
  completion: () => import('./completion'),
};

/** For scripts and not for people; no help names them. */
const HIDDEN: typeof COMMANDS = {__complete: () => import('./complete')};

export const commandNames: readonly string[] = Object.keys(COMMANDS);

export async function loadCommand(name: string): Promise<Command | undefined> {
  const all = {...COMMANDS, ...HIDDEN};
  const load = Object.hasOwn(all, name) ? all[name] : undefined;
  return load === undefined ? undefined : (await load()).default;
}
