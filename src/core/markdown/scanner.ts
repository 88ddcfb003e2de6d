import type {PhrasingContent} from 'mdast';
import {type Content, spanOf} from './content';
import {type Budget, giveUp} from './give-up';

/** What inline text is made of before emphasis is known. */
export type Item = TextItem | NodeItem | Run | Bracket;

export type TextItem = {
  readonly kind: 'text';
  value: string;
  readonly start: number;
  end: number;
};

export type NodeItem = {readonly kind: 'node'; readonly node: PhrasingContent};

/** Marks that may open or close emphasis or a deletion; what is used of them moves its ends. */
export type Run = {
  readonly kind: 'run';
  readonly marker: number;
  start: number;
  end: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
};

/** `[` or `![`, until its partner is found; a link inside makes it inactive. */
export type Bracket = {
  readonly kind: 'bracket';
  readonly isImage: boolean;
  readonly start: number;
  readonly end: number;
  isActive: boolean;
};

export type Scanner = {
  readonly content: Content;
  readonly text: string;
  readonly isCell: boolean;
  readonly defined: ReadonlySet<string>;
  readonly budget: Budget;
  readonly items: Item[];
  /** Brackets that are still open, innermost last. */
  readonly brackets: Bracket[];
  /** Lengths of backtick runs that nothing closes from here on. */
  readonly openTicks: Set<number>;
  readonly hasAt: boolean;
  readonly hasProtocol: boolean;
  /** Something began that might have ended on another line, and did not end. */
  hasFailed: boolean;
  /** Where the text begins that no construct has taken yet. */
  from: number;
  depth: number;
};

/** Makes text of what no construct has taken before `at`. */
export function flush(scanner: Scanner, at: number): void {
  const {from, text} = scanner;
  if (from < at) addText(scanner, {value: text.slice(from, at), start: from, end: at});
}

/** Adds text that differs from the source: an escape, a reference. */
export function addText(
  {items}: Scanner,
  {value, start, end}: {readonly value: string; readonly start: number; readonly end: number},
): void {
  const last = items.at(-1);
  if (last?.kind !== 'text') {
    items.push({kind: 'text', value, start, end});
    return;
  }
  last.value += value;
  last.end = end;
}

/** Adds a node for `[start, end)`, and returns where to go on. */
export function addNode(
  scanner: Scanner,
  {
    node,
    start,
    end,
  }: {readonly node: PhrasingContent; readonly start: number; readonly end: number},
): number {
  flush(scanner, start);
  refuseSkippedEnd(scanner, end);
  node.position = spanOf(scanner.content, start, end);
  scanner.items.push({kind: 'node', node});
  scanner.from = end;
  return end;
}

/**
 * Where remark has looked behind a line ending in vain, it places the end of what ends there behind
 * the markers of the next line instead of before them.
 */
export function refuseSkippedEnd({content, hasFailed}: Scanner, end: number): void {
  if (!hasFailed) return;
  const index = content.starts.indexOf(end, 1);
  if (index < 0) return;
  const start = content.lines.starts[content.firstLine + index];
  if (content.origins[index] !== start) giveUp('a line ending behind what is not closed');
}

/** Lines that begin with a part of a tab are only right where white space does not count. */
export function refuseSplitTab({content, text}: Scanner, start: number, end: number): void {
  if (!content.hasSplitTab) return;
  if (text.slice(start, end).includes('\n')) giveUp('a part of a tab in code or HTML');
}
