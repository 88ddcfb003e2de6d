import type {Range} from './node';

/** What keeps a program of jq from compiling, at its place in the program. */
export type JqProblem = Range &
  (
    | {readonly kind: 'unexpected'; readonly expected: readonly string[]}
    /** The range is that of the last token. */
    | {readonly kind: 'end'; readonly expected: readonly string[]}
    | {readonly kind: 'function'; readonly name: string; readonly similar: string | undefined}
    | {readonly kind: 'variable'; readonly name: string}
    /** A backslash with a character that JSON does not escape. */
    | {readonly kind: 'escape'}
  );

/** What keeps SQL from being read, at its place in the text. */
export type SqlProblem = Range &
  (
    | {readonly kind: 'unexpected'}
    /** The range is that of the last token. */
    | {readonly kind: 'end'}
    /** `what` is a `quoted string`, for example. */
    | {readonly kind: 'unterminated'; readonly what: string}
  );

/** Real parsers of other languages. They run nothing; what one cannot judge has no problem. */
export type Engines = {
  /** Compiles a program that gets the given variables, named without their `$`. */
  readonly jq?: (program: string, variables: readonly string[]) => JqProblem | undefined;
  /** Reads any number of statements as Postgres does. */
  readonly sql?: (text: string) => SqlProblem | undefined;
};
