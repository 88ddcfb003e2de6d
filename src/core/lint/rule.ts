import type {Span} from '../document';
import type {Edit, Severity} from './finding';
import type {NodeKind, NodeOf} from './node';
import type {Pages} from './page';
import type {OptionDefinitions, OptionValues} from './rule-options';
import type {Target, Workspace} from './workspace';

/** The names between double braces in a message. */
type Placeholder<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

export type Messages = Readonly<Record<string, string>>;

/** Says one finding; data must hold exactly the placeholders of its message. */
export type Report<M extends Messages> = <Id extends keyof M & string>(finding: {
  readonly at: Span;
  readonly message: Id;
  readonly data: Readonly<Record<Placeholder<M[Id]>, string>>;
  /** Edits that mend it without a doubt. */
  readonly fix?: readonly Edit[];
}) => void;

/** Called for each node of a file, in document order; `file` last. */
export type Visitor = {readonly [Kind in NodeKind]?: (node: NodeOf<Kind>) => void};

/** A whole Markdown document, or a Prometheus rule file where the ending of `path` says so. */
export type GoodExample<O extends OptionDefinitions = OptionDefinitions> = {
  readonly title: string;
  readonly source: string;
  /** `page.md` if there is none. */
  readonly path?: string;
  /** Other files of the same project, by path; rule files and manifests are those of the inventory, `.prom` is a metric catalogue. */
  readonly files?: Readonly<Record<string, string>>;
  /** The day on which it is linted, as an ISO date. */
  readonly today?: string;
  readonly target?: Target;
  readonly options?: Partial<OptionValues<O>>;
};

/** `reports` holds each finding as `line:column-endLine:endColumn message`. */
export type BadExample<O extends OptionDefinitions = OptionDefinitions> = GoodExample<O> & {
  readonly reports: NonEmpty<string>;
  /** What `--fix` makes of the source. */
  readonly fixed?: string;
};

type NonEmpty<T> = readonly [T, ...T[]];

export type Area = 'shell' | 'kubectl' | 'tool' | 'promql' | 'runbook' | 'inventory';

export type Rule<
  Id extends `${Area}/${string}` = `${Area}/${string}`,
  M extends Messages = Messages,
  O extends OptionDefinitions = OptionDefinitions,
> = {
  /** `<area>/<file name>`. */
  readonly id: Id;
  /** Begins with Disallow, Require or Enforce; no full stop. */
  readonly summary: string;
  /** What goes wrong for the reader when the rule is broken. */
  readonly why: string;
  readonly severity: Severity;
  readonly messages: M;
  /** What a team may set of it; positive names such as `allowedPlugins`. */
  readonly options?: O;
  readonly examples: {
    readonly good: NonEmpty<GoodExample<NoInfer<O>>>;
    readonly bad: NonEmpty<BadExample<NoInfer<O>>>;
  };
  /**
   * Called once for each file that has a node of a kind that the visitor asks for. The kinds must
   * be the same for every file.
   */
  check(context: {
    readonly report: Report<M>;
    readonly workspace: Workspace;
    readonly options: OptionValues<NoInfer<O>>;
    /** Puts off what needs other pages until all of them are known. */
    readonly later: (task: (pages: Pages) => void) => void;
  }): Visitor;
};

/** Keeps the literal types, so that a misspelt message or placeholder does not compile. */
export function defineRule<
  const Id extends `${Area}/${string}`,
  const M extends Messages,
  const O extends OptionDefinitions = Readonly<Record<never, never>>,
>(rule: Rule<Id, M, O>): Rule<Id, M, O> {
  return rule;
}
