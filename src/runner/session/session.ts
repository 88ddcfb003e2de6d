import type {CommandStep} from '../../core';
import type {Environment} from '../process';
import {parseExports} from './parse-exports';
import {handOverScript, prelude, PRELUDE_CALL, PRELUDE_NAME, splitHandOver} from './prelude';
import type {Language} from './prelude';

/** What one block leaves to the next: exported variables, the working directory, functions. */
export type Session = {
  /** Absolute; where the next block starts. */
  readonly cwd: () => string;
  /** What the next block inherits. */
  readonly env: () => Environment;
  /** A script with the functions and all else that an environment cannot hold. */
  readonly script: (
    step: Pick<CommandStep, 'language' | 'script'>,
    to: 'keep' | 'hand-over',
  ) => SessionScript;
  /**
   * Takes in what a block has handed over; one that did not get to it changes nothing. A block with
   * a directory of its own does not move the others.
   */
  readonly take: (
    bytes: Buffer,
    from: {readonly language: Language; readonly place: Place},
  ) => void;
};

export type SessionScript = {readonly script: string; readonly env: Environment};

export type Place = 'session' | 'own';

/** Of these each shell makes its own. */
const OF_THE_SHELL = new Set(['_', 'PWD', 'SHLVL', PRELUDE_NAME]);

export function createSession({
  cwd: start,
  env: inherited,
}: {
  readonly cwd: string;
  readonly env: Environment;
}): Session {
  // A shell keeps to itself what it cannot name.
  const unnamed = Object.entries(inherited).filter(([name]) => !/^[A-Za-z_]\w*$/.test(name));
  let env = inherited;
  let cwd = start;
  let functions = '';
  /** Values that are no UTF-8: Node cannot put them into an environment. */
  let binary: ReadonlyMap<string, string> = new Map();

  return {
    cwd: () => cwd,
    env: () => env,
    script({language, script}, to) {
      const carried = {functions: language === 'sh' ? '' : functions, binary};
      const text = prelude(carried, {language, to});
      if (text === '') return {script, env: {}};
      return {
        script: `${PRELUDE_CALL} ${to === 'keep' ? script : handOverScript(script, language)}`,
        env: {[PRELUDE_NAME]: text},
      };
    },
    take(bytes, {language, place}) {
      const left = splitHandOver(bytes);
      if (left === undefined) return;
      const exported = [...parseExports(left.exports)].filter(([name]) => !OF_THE_SHELL.has(name));
      env = Object.fromEntries([
        ...unnamed,
        ...Object.entries(inherited).filter(([name]) => name === 'SHLVL'),
        ...exported.flatMap(([name, value]) => {
          const text = utf8(value);
          return text === undefined ? [] : [[name, text] as const];
        }),
      ]);
      binary = new Map(exported.filter(([, value]) => utf8(value) === undefined));
      // Bash alone can tell its functions; those of before outlive a block of `sh`.
      if (language !== 'sh') functions = left.functions;
      if (place === 'session') cwd = utf8(left.cwd) ?? cwd;
      env = {...env, PWD: cwd};
    },
  };
}

function utf8(bytes: string): string | undefined {
  // Most values are ASCII, and a block may leave hundreds of them.
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(
      Buffer.from(bytes, 'latin1'),
    );
  } catch {
    return undefined;
  }
}
