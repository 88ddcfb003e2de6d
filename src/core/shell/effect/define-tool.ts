import type {Span, Word} from '../types';
import type {Effect, Trait} from './effect';

/** What a program does, as tables; `judge` says what tables cannot. */
export type Tool = {
  readonly names: readonly string[];
  /** What it does when nothing below says more. */
  readonly effect: Effect;
  readonly traits?: readonly Trait[];
  /** Flags that take the next word, so that the word is no argument. */
  readonly takes?: readonly string[];
  /** `-abc` is three flags unless this says that it is one, as in Go and Terraform. */
  readonly dashes?: 'single';
  /** By the first arguments; the longest match counts, and replaces `effect` and `traits`. */
  readonly verbs?: Readonly<Record<string, Outcome>>;
  /** What a flag adds. */
  readonly flags?: Readonly<Record<string, Outcome>>;
  /** Flags that take a trait away: `ping -c 3` returns. */
  readonly lifts?: Readonly<Record<string, Trait>>;
  /** Flags that make any call a `read` without traits: `--dry-run`, `--help`. */
  readonly safe?: readonly string[];
  readonly judge?: (call: Call) => readonly Verdict[];
};

export type Outcome = Effect | Trait | readonly (Effect | Trait)[];

export type Call = {
  readonly program: Word;
  readonly words: readonly Word[];
  readonly arguments: readonly Word[];
  /** The word of the flag when one of the names is given. */
  readonly flag: (...names: readonly string[]) => Word | undefined;
  /** The word that holds the value of a flag: the flag's own or the next. */
  readonly valueWord: (...names: readonly string[]) => Word | undefined;
  /** The literal value of a flag. */
  readonly valueOf: (...names: readonly string[]) => string | undefined;
  /** Runs in a pod, a container or on another host. */
  readonly away: boolean;
  /** Reads a script or query from a pipe, a file or a here-document. */
  readonly fed: boolean;
};

export type Verdict = {
  readonly outcome: Effect | Trait;
  readonly at: Span;
  readonly code: ReasonCode;
};

/** Why an effect or trait was found; the words for people are made elsewhere. */
export type ReasonCode =
  | 'program'
  | 'verb'
  | 'flag'
  | 'argument'
  | 'statement'
  | 'redirect'
  | 'unknown-program'
  | 'unknown-verb'
  | 'expansion'
  | 'no-command';

export function defineTool(tool: Tool): Tool {
  return tool;
}

/** One outcome for many verbs, separated by commas. */
export function verbsOf(outcome: Outcome, verbs: string): Readonly<Record<string, Outcome>> {
  return Object.fromEntries(listOf(verbs).map(verb => [verb, outcome]));
}

/** The names in a list that is separated by commas. */
export function listOf(names: string): readonly string[] {
  return names.split(',').map(name => name.trim());
}
