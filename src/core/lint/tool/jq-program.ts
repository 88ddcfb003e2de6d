import type {Word} from '../../shell';

/** The program of a call of jq, and the names of the variables that its options set. */
export type JqProgram = {readonly word: Word; readonly variables: readonly string[]};

/** How many words follow an option. */
const LONG: Readonly<Record<string, number | undefined>> = {
  '--arg': 2,
  '--argjson': 2,
  '--argfile': 2,
  '--slurpfile': 2,
  '--rawfile': 2,
  '--indent': 1,
  ...Object.fromEntries(
    'args jsonargs ascii-output binary color-output compact-output exit-status join-output monochrome-output null-input raw-input raw-output raw-output0 seq slurp sort-keys stream stream-errors tab unbuffered'
      .split(' ')
      .map(name => [`--${name}`, 0] as const),
  ),
};

/** Letters without a value; `-f` and `-L` read the program or more of it from files. */
const SHORT = /^-[aCMSbcejnrRs]+$/;

/** Undefined where the program is not written in the call, and where an option is not known. */
export function jqProgram(args: readonly Word[]): JqProgram | undefined {
  const variables: string[] = [];
  let program: Word | undefined;
  let isOption = true;
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (word === undefined || isAnyNumber(word)) return undefined;
    const {value = ''} = word;
    if (isOption && value === '--') {
      isOption = false;
    } else if (isOption && /^-./.test(value)) {
      const count = SHORT.test(value) ? 0 : LONG[value];
      if (count === undefined) return undefined;
      const name = args[at + 1]?.value;
      if (count === 2 && name === undefined) return undefined;
      if (count === 2 && name !== undefined) variables.push(name);
      at += count;
    } else {
      program ??= word;
    }
  }
  return program === undefined ? undefined : {word: program, variables};
}

/** Without quotes, an expansion may be no word or several, options among them. */
function isAnyNumber({value, parts}: Word): boolean {
  return (
    value === undefined && parts.some(({quote, kind}) => quote === 'none' && kind !== 'literal')
  );
}
