import type {
  Blockquote,
  List,
  ListItem,
  Paragraph as ParagraphNode,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import type {Content, Piece} from './content';
import type {Cursor} from './cursor';
import type {Budget} from './give-up';
import type {Lines, Point} from './lines';

export type Directive = Extract<RootContent, {readonly type: 'containerDirective'}>;

/** Every line of one of these tells whether the block goes on. */
export type Container = QuoteContainer | ListContainer | DirectiveContainer;

/** `lastLine` is the last that holds more than white space, where the container ends. */
export type QuoteContainer = {readonly kind: 'quote'; readonly node: Blockquote; lastLine: number};

export type ListContainer = {
  readonly kind: 'list';
  readonly node: List;
  readonly marker: number;
  item: ListItem;
  /** Columns that a line needs to belong to the item. */
  size: number;
  lastLine: number;
  /** The last line of the item itself, which a quote around the list does not prolong. */
  itemLine: number;
  beginsBlank: boolean;
  isBlankSince: boolean;
};

export type DirectiveContainer = {
  readonly kind: 'directive';
  readonly node: Directive;
  readonly colons: number;
  readonly indent: number;
};

/** The block that takes the text of the current line. */
export type Leaf = Paragraph | Fence | IndentedCode | HtmlBlock | TableLeaf;

export type ParagraphLine = Piece & {readonly isLazy: boolean; readonly isIndented: boolean};

export type Paragraph = {
  readonly kind: 'paragraph';
  readonly firstLine: number;
  readonly indent: number;
  readonly pieces: ParagraphLine[];
};

export type Fence = {
  readonly kind: 'fence';
  readonly start: Point;
  readonly marker: number;
  readonly size: number;
  readonly indent: number;
  readonly lang: string | null;
  readonly meta: string | null;
  readonly rows: string[];
};

export type IndentedCode = {
  readonly kind: 'indented';
  readonly start: Point;
  /** Lines of code, and the blank ones behind them that count when more code follows. */
  readonly rows: string[];
  blanks: number;
  lastLine: number;
};

export type HtmlBlock = {
  readonly kind: 'html';
  readonly start: Point;
  /** What ends the block on its own line; a blank line does where there is none. */
  readonly until: RegExp | undefined;
  readonly rows: string[];
  lastLine: number;
};

export type TableLeaf = {readonly kind: 'table'; readonly node: Table};

/** Inline text that is read when every definition of the page is known. */
export type InlineJob = {
  readonly content: Content;
  readonly children: PhrasingContent[];
  readonly kind: 'text' | 'cell';
  /** The item whose first paragraph this is, and which a check box may begin. */
  readonly task?: {readonly item: ListItem; readonly paragraph: ParagraphNode};
};

export type State = {
  readonly source: string;
  readonly lines: Lines;
  readonly cursor: Cursor;
  readonly root: Root;
  readonly stack: Container[];
  leaf: Leaf | undefined;
  readonly jobs: InlineJob[];
  /** Normalized labels of the definitions. */
  readonly defined: Set<string>;
  readonly budget: Budget;
  /** The innermost container that took a marker on this line, counted from 1; 0 for none. */
  markedDepth: number;
};

/** Where a block that begins now belongs. */
export function siblings(state: State): RootContent[] {
  const top = state.stack.at(-1);
  if (top === undefined) return state.root.children;
  return top.kind === 'list' ? top.item.children : top.node.children;
}
