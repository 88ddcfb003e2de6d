import type {ParsedScript} from 'unbash';
import type {
  Enclosure,
  FunctionDefinition,
  Heredoc,
  Pipeline,
  Redirect,
  ShellError,
  SimpleCommand,
  Span,
  Variable,
} from './types';
import type {Place} from './word';

/** What one walk over the tree gathers, in the order of the walk. */
export type Sink = {
  readonly commands: SimpleCommand[];
  readonly pipelines: Pipeline[];
  readonly functions: FunctionDefinition[];
  readonly redirects: Redirect[];
  readonly heredocs: Heredoc[];
  readonly variables: Variable[];
  readonly errors: ShellError[];
  readonly regions: Region[];
  /** Scripts of substitutions that were met and not walked yet: a queue, so depth costs no stack. */
  readonly pending: Pending[];
};

export type Pending = {
  readonly script: ParsedScript;
  readonly source: string;
  readonly place: Place;
  readonly within: readonly Enclosure[];
};

/** The text of one script, top level or substitution, and the spans in it that hold no comment. */
export type Region = Span & {
  readonly source: string;
  readonly place: Place;
  readonly opaque: Span[];
};

/** Where in the script the walk stands. */
export type Context = {
  readonly place: Place;
  readonly region: Region;
  readonly within: readonly Enclosure[];
  readonly scope: number;
  readonly background: boolean;
};

export function createSink(): Sink {
  return {
    commands: [],
    pipelines: [],
    functions: [],
    redirects: [],
    heredocs: [],
    variables: [],
    errors: [],
    regions: [],
    pending: [],
  };
}
