import type {Word} from '../../shell';
import type {ProgramCall} from '../shell/calls';
import {findOption, readOptions} from '../shell/options';
import type {Options} from '../shell/options';

export type GrepPattern = {
  readonly word: Word;
  /** What grep gets, with each expansion as one letter. */
  readonly text: string;
  /** How grep reads it. */
  readonly syntax: 'basic' | 'extended' | 'perl' | 'fixed';
  readonly options: Options;
};

export const GREPS = ['grep', 'egrep', 'fgrep', 'zgrep'] as const;

const GREP = {taking: 'ABCDdefm', takingLong: ['regexp', 'file', 'max-count', 'context']};

/** The pattern of a call of grep; undefined where it comes from a file. */
export function grepPattern({name, args}: ProgramCall): GrepPattern | undefined {
  const options = readOptions(args, GREP);
  if (options.open || findOption(options, 'f', 'file') !== undefined) return undefined;
  const word = findOption(options, 'e', 'regexp')?.valueWord ?? options.operands[0];
  if (word === undefined) return undefined;
  const text =
    word.value ?? word.parts.map(part => (part.kind === 'literal' ? part.value : 'x')).join('');
  return {word, text, syntax: syntaxOf(name, options), options};
}

function syntaxOf(name: string, options: Options): GrepPattern['syntax'] {
  if (findOption(options, 'P', 'perl-regexp') !== undefined) return 'perl';
  if (name === 'fgrep' || findOption(options, 'F', 'fixed-strings') !== undefined) return 'fixed';
  if (name === 'egrep' || findOption(options, 'E', 'extended-regexp') !== undefined)
    return 'extended';
  return 'basic';
}
