import {type CommandLayer, programName} from '../layers';
import {pipedInto} from '../pipes';
import type {Shell, SimpleCommand} from '../types';

/** Readers that let nothing of a value through: names of variables, counts, checksums. */
const HIDING: readonly RegExp[] = [
  /^cut -d ?["']?=["']? -f ?1$/,
  /^(?:wc|sha\d+sum|md5sum)\b/,
  /^grep (?:-\w*[qc]\w*|--quiet|--count)\b/,
  /^kubectl (?:\S+ )*?(?:apply|replace|create)\b/,
];

/** Whether a reader in the pipe keeps what the layer prints from the screen. */
export function isOutputHidden({command, nested}: CommandLayer, shell: Shell): boolean {
  const inner = nested === undefined ? [] : pipedInto(nested, command);
  const outer = shell.commands.find(({start, end}) => start <= command.start && command.end <= end);
  const readers = [...inner, ...(outer === undefined ? [] : pipedInto(shell, outer))];
  return readers.some(isHiding);
}

function isHiding({words: [program, ...words]}: SimpleCommand): boolean {
  const line = [programName(program), ...words.map(({text}) => text)].join(' ');
  return HIDING.some(pattern => pattern.test(line));
}
