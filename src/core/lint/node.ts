import type {
  Block,
  Comment,
  Heading,
  Link,
  LocatedInput,
  LocatedStep,
  MarkdownDocument,
  Problem,
  Span,
} from '../document';
import type {AlertRule, InventoryProblem} from '../inventory';
import type {Kubectl} from '../kubectl';
import type {Suppression} from './suppressions';
import type {Expr, PromqlError} from '../promql';
import type {CommandLayer, Shell, SimpleCommand, Word} from '../shell';

/** Turns a range of a node's text into a place in the file. */
export type Place = (start: number, end: number) => Span;

/** The script of a shell block, tagged or not. */
export type ScriptNode = {
  readonly kind: 'script';
  readonly shell: Shell;
  readonly block: Block;
  readonly place: Place;
  readonly document: MarkdownDocument;
};

/** A simple command of a script, wherever it stands. */
export type CommandNode = {
  readonly kind: 'command';
  readonly command: SimpleCommand;
  /** The command itself and what it runs, such as the one behind `sudo`; the outermost first. */
  readonly layers: readonly CommandLayer[];
  readonly script: ScriptNode;
  readonly place: Place;
};

/** A call of kubectl, also one behind `sudo`, `xargs`, `watch` or in `bash -c '…'`. */
export type KubectlNode = {
  readonly kind: 'kubectl';
  readonly kubectl: Kubectl<Word>;
  readonly layer: CommandLayer;
  /** The simple command of the script that the call is in. */
  readonly command: SimpleCommand;
  readonly script: ScriptNode;
  readonly place: Place;
};

/** A PromQL expression, wherever it stands. */
export type QueryNode = {
  readonly kind: 'query';
  readonly origin: QueryOrigin;
  readonly text: string;
  readonly expr: Expr | undefined;
  readonly errors: readonly PromqlError[];
  /** Ranges of `text` that stand in for a placeholder: nothing is known of what they will hold. */
  readonly filled: readonly Range[];
  readonly place: Place;
};

/**
 * A `promql` block, tagged or not, a rule of a rule file, a comment in a script, an address of
 * Prometheus' API with its parameters, or an argument of promtool.
 */
export type QueryOrigin = 'step' | 'block' | 'rule' | 'comment' | 'url' | 'argument';

/** Half-open, in UTF-16 offsets of a node's text. */
export type Range = {readonly start: number; readonly end: number};

/** An alerting rule of a Prometheus rule file; `place` takes offsets in the file. */
export type AlertNode = {readonly kind: 'alert'; readonly alert: AlertRule; readonly place: Place};

/** A file of the inventory that could not be used as it stands. */
export type InventoryProblemNode = {
  readonly kind: 'inventory-problem';
  readonly problem: InventoryProblem;
  readonly place: Place;
};

/** A file of the project that could not be read at all; `span` is its first character. */
export type UnreadableFileNode = {
  readonly kind: 'unreadable-file';
  readonly reason: string;
  readonly part: 'page' | 'inventory';
  readonly span: Span;
};

/** What ends a Markdown file: everything that it holds. */
export type FileNode = {readonly kind: 'file'; readonly document: MarkdownDocument};

/** A suppression comment, visited when it is known what it silences. */
export type SuppressionNode = Suppression & {
  /** Rules that are on and report nothing where the comment would silence them. */
  readonly unused: readonly string[];
  /** Names that no rule has, each with the rule that is probably meant. */
  readonly unknown: readonly {readonly rule: string; readonly similar: string | undefined}[];
  /** The day until which it was meant has passed. */
  readonly expired: boolean;
};

export type LintNode =
  | Heading
  | Block
  | ScriptNode
  | CommandNode
  | KubectlNode
  | QueryNode
  | LocatedStep
  | LocatedInput
  | Link
  | Comment
  | Problem
  | AlertNode
  | InventoryProblemNode
  | UnreadableFileNode
  | SuppressionNode
  | FileNode;

export type NodeKind = LintNode['kind'];

export type NodeOf<Kind extends NodeKind> = Extract<LintNode, {readonly kind: Kind}>;
