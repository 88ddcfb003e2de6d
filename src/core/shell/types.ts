/** A half-open range of UTF-16 offsets into the script that was parsed. */
export type Span = {
  readonly start: number;
  readonly end: number;
};

export type Shell = {
  readonly script: string;
  /** Every simple command in source order, wherever it stands: lists, loops, functions, `$(…)`. */
  readonly commands: readonly SimpleCommand[];
  readonly pipelines: readonly Pipeline[];
  readonly functions: readonly FunctionDefinition[];
  /** Every redirect, also those of loops and groups, which no command carries. */
  readonly redirects: readonly Redirect[];
  readonly heredocs: readonly Heredoc[];
  /** Uses and definitions of variables in source order. */
  readonly variables: readonly Variable[];
  readonly comments: readonly Comment[];
  readonly errors: readonly ShellError[];
};

export type SimpleCommand = Span & {
  readonly kind: 'command';
  readonly text: string;
  /** Undefined in `A=b` and `> file`, which run nothing. */
  readonly name: Word | undefined;
  readonly args: readonly Word[];
  /** `name` and `args` in one list. */
  readonly words: readonly Word[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
  /** The place of the command in `Shell.pipelines`; every command stands in one. */
  readonly stage: Stage;
  readonly background: boolean;
  /** What encloses the command, outermost first. */
  readonly within: readonly Enclosure[];
  /** The substitution that the command stands in, 0 for none; commands of one scope share output. */
  readonly scope: number;
};

export type Stage = {
  readonly pipeline: number;
  readonly index: number;
  readonly length: number;
};

export type Pipeline = Span & {
  readonly kind: 'pipeline';
  readonly stages: readonly Span[];
  readonly operators: readonly ('|' | '|&')[];
  readonly negated: boolean;
  readonly timed: boolean;
  readonly scope: number;
};

export type Enclosure = Span & {
  readonly kind:
    | 'subshell'
    | 'group'
    | 'loop'
    | 'condition'
    | 'case'
    | 'function'
    | 'substitution'
    | 'process-substitution'
    | 'coproc';
};

export type FunctionDefinition = Span & {
  readonly kind: 'function';
  readonly name: Word;
  readonly body: Span;
};

export type Word = Span & {
  readonly kind: 'word';
  /** The word as written. */
  readonly text: string;
  /** The word after quote removal; undefined when it holds an expansion. Globs count as literal. */
  readonly value: string | undefined;
  readonly parts: readonly WordPart[];
  /** Holds `*`, `?`, `[…]` or `@(…)` outside quotes. */
  readonly glob: boolean;
};

/** `heredoc` is the body of a here-document: expanded as in double quotes, but quotes are literal. */
export type Quote = 'none' | 'single' | 'double' | 'ansi' | 'heredoc';

export type WordPart = Span & {readonly quote: Quote; readonly text: string} & (
    | {readonly kind: 'literal'; readonly value: string}
    | {readonly kind: 'glob'; readonly value: string}
    | {readonly kind: 'variable'; readonly name: string; readonly operator: string | undefined}
    | {readonly kind: 'substitution'}
    | {readonly kind: 'process-substitution'; readonly operator: '<' | '>'}
    | {readonly kind: 'arithmetic'}
    | {readonly kind: 'brace'}
    | {readonly kind: 'tilde'}
  );

export type Assignment = Span & {
  readonly kind: 'assignment';
  readonly name: string;
  readonly append: boolean;
  /** Undefined for an array. */
  readonly value: Word | undefined;
  readonly elements: readonly Word[];
};

export type Redirect = Span & {
  readonly kind: 'redirect';
  readonly operator:
    '>' | '>>' | '<' | '<>' | '<&' | '>&' | '>|' | '&>' | '&>>' | '<<' | '<<-' | '<<<';
  /** The descriptor before the operator, when one is written as a number. */
  readonly descriptor: number | undefined;
  /** Undefined for a here-document, whose text is in `Shell.heredocs`. */
  readonly target: Word | undefined;
};

export type Heredoc = Span & {
  readonly kind: 'heredoc';
  readonly delimiter: string;
  /** A quoted delimiter switches expansion off. */
  readonly quoted: boolean;
  readonly body: Span;
  readonly text: string;
  readonly closed: boolean;
};

export type Variable = Span & {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly scope: number;
} & (
    | {
        readonly kind: 'use';
        readonly quote: Quote | 'arithmetic';
        /** `:-`, `:?`, `%%` and so on; undefined in `$NAME` and `${NAME}`. */
        readonly operator: string | undefined;
        /** `1`, `?`, `@` and the like, which no script declares. */
        readonly special: boolean;
      }
    | {
        readonly kind: 'definition';
        readonly by:
          | 'assignment'
          | 'environment'
          | 'for'
          | 'select'
          | 'read'
          | 'declare'
          | 'default'
          | 'arithmetic'
          | 'descriptor';
      }
  );

export type Comment = Span & {
  readonly kind: 'comment';
  /** Everything after the `#`, up to the end of the line. */
  readonly text: string;
};

export type ShellError = Span & {
  /** `heredoc`: bash accepts it with a warning. `nesting`: too deep to be read here. */
  readonly kind: 'syntax' | 'heredoc' | 'nesting';
  readonly message: string;
};
