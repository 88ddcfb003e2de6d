import {spawnSync} from 'node:child_process';

/** Says what its arguments are, each on a line of JSON-like brackets, and does nothing. */
const STAND_IN = `{ printf '[%s]' "$@"; echo; } >&3`;

/**
 * Types a text into an interactive bash, in which `kubectl` and `jq` only say what they are called
 * with. Interactive, because such a shell expands `!` and goes on after a failed expansion.
 */
export function pasteIntoBash(text: string): {readonly called: string; readonly said: string} {
  const set = [`kubectl() ${STAND_IN}`, `jq() ${STAND_IN}`, 'exec 3>&1'];
  const {stdout, stderr} = spawnSync('bash', ['--norc', '--noprofile', '-i'], {
    input: `${[...set, text].join('\n')}\n`,
    encoding: 'utf8',
    env: {PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', PS1: '', PS2: '', HISTFILE: ''},
  });
  return {called: stdout, said: stderr};
}
