import {commandLayers} from './layers';
import type {Shell, SimpleCommand} from './types';

/** A name that a script calls on the machine that runs it: a program, or what the shell has itself. */
export type CalledProgram = {
  /** As written, so perhaps an absolute path. */
  readonly name: string;
  /** The script looks whether it is there, as with `command -v`, so it can do without. */
  readonly optional: boolean;
};

/**
 * The names that a script calls, each once, in order. Left out are its own functions, what runs
 * elsewhere (in a pod, on another host), names that an expansion makes and relative paths.
 */
export function programsCalled(shell: Shell): readonly CalledProgram[] {
  const optional = new Set(shell.commands.flatMap(lookedFor));
  const own = new Set(shell.functions.map(({name}) => name.value));
  const names = shell.commands
    .flatMap(commandLayers)
    .filter(({away}) => !away)
    .flatMap(({argv: [program]}) => program?.value ?? [])
    .filter(name => !own.has(name) && (name.startsWith('/') || !name.includes('/')) && name !== '');
  return [...new Set(names)].map(name => ({name, optional: optional.has(name)}));
}

/** The functions that a script defines; the blocks after it in a session can call them. */
export function functionsDefined(shell: Shell): readonly string[] {
  return shell.functions.flatMap(({name}) => name.value ?? []);
}

const LOOKS: ReadonlySet<string> = new Set(['type', 'hash', 'which']);

function lookedFor({name, args}: SimpleCommand): readonly string[] {
  const program = name?.value ?? '';
  const looks =
    LOOKS.has(program) ||
    (program === 'command' && args.some(({value}) => value === '-v' || value === '-V'));
  return looks ? args.flatMap(({value}) => value ?? []) : [];
}
