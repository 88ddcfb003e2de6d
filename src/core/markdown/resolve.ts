import type {PhrasingContent} from 'mdast';
import {TILDE} from './characters';
import {spanOf} from './content';
import {DEEPEST, giveUp, spend} from './give-up';
import {type Item, type Run, type Scanner, refuseSkippedEnd} from './scanner';

/** Inside a span deletions come first; at the top, what the text has first. */
type Order = 'by appearance' | 'deletions first';

/** Makes nodes of items: pairs the runs, and leaves what has no partner as text. */
export function resolve(scanner: Scanner, items: Item[], order: Order): PhrasingContent[] {
  const first = items.find(({kind}) => kind === 'run');
  if (first?.kind === 'run') {
    const deletionsFirst = order === 'deletions first' || first.marker === TILDE;
    if (deletionsFirst) pairDeletions(scanner, items);
    pairEmphasis(scanner, items);
    if (!deletionsFirst) pairDeletions(scanner, items);
  }
  return toNodes(scanner, items);
}

function pairDeletions(scanner: Scanner, items: Item[]): void {
  for (let index = 0; index < items.length; index++) {
    const close = items[index];
    if (close?.kind !== 'run' || close.marker !== TILDE || !close.canClose) continue;
    const open = findOpener(scanner, items, index, opener => sizeOf(opener) === sizeOf(close));
    if (open === undefined) continue;
    const children = resolveInside(scanner, items.slice(open.index + 1, index));
    const position = spanOf(scanner.content, open.run.start, close.end);
    const node = {type: 'delete' as const, children, position};
    items.splice(open.index, index - open.index + 1, {kind: 'node', node});
    index = open.index;
  }
}

function pairEmphasis(scanner: Scanner, items: Item[]): void {
  for (let index = 0; index < items.length; index++) {
    const close = items[index];
    if (close?.kind !== 'run' || close.marker === TILDE || !close.canClose) continue;
    const open = findOpener(scanner, items, index, opener => canPair(opener, close));
    if (open === undefined) continue;
    const {run} = open;
    const size = sizeOf(run) > 1 && sizeOf(close) > 1 ? 2 : 1;
    const children = resolveInside(scanner, items.slice(open.index + 1, index));
    const position = spanOf(scanner.content, run.end - size, close.start + size);
    const type = size > 1 ? ('strong' as const) : ('emphasis' as const);
    run.end -= size;
    close.start += size;
    const from = sizeOf(run) > 0 ? open.index + 1 : open.index;
    const to = sizeOf(close) > 0 ? index : index + 1;
    items.splice(from, to - from, {kind: 'node', node: {type, children, position}});
    index = from;
  }
}

/** The rule of three: runs that both open and close pair only in some sizes. */
function canPair(open: Run, close: Run): boolean {
  if (open.marker !== close.marker) return false;
  const isRestricted = (open.canClose || close.canOpen) && sizeOf(close) % 3 !== 0;
  return !isRestricted || (sizeOf(open) + sizeOf(close)) % 3 !== 0;
}

function findOpener(
  {budget}: Scanner,
  items: readonly Item[],
  from: number,
  isPartner: (run: Run) => boolean,
): {readonly index: number; readonly run: Run} | undefined {
  const isDeletion = isTilde(items[from]);
  for (let index = from - 1; index >= 0; index--) {
    const run = items[index];
    if (run?.kind !== 'run' || !run.canOpen || isTilde(run) !== isDeletion) continue;
    if (isPartner(run)) {
      spend(budget, from - index + items.length / 8);
      return {index, run};
    }
  }
  spend(budget, from);
  return undefined;
}

function isTilde(item: Item | undefined): boolean {
  return item?.kind === 'run' && item.marker === TILDE;
}

function resolveInside(scanner: Scanner, items: Item[]): PhrasingContent[] {
  if (scanner.depth > DEEPEST) giveUp('deep nesting');
  scanner.depth++;
  const nodes = resolve(scanner, items, 'deletions first');
  scanner.depth--;
  return nodes;
}

function sizeOf({start, end}: Run): number {
  return end - start;
}

function toNodes(scanner: Scanner, items: readonly Item[]): PhrasingContent[] {
  const {content, text} = scanner;
  const nodes: PhrasingContent[] = [];
  let value = '';
  let start = 0;
  let end = -1;
  const flush = () => {
    if (end >= 0) {
      refuseSkippedEnd(scanner, end);
      nodes.push({type: 'text', value, position: spanOf(content, start, end)});
    }
    value = '';
    end = -1;
  };
  for (const item of items) {
    if (item.kind === 'node') {
      flush();
      nodes.push(item.node);
      continue;
    }
    if (end < 0) start = item.start;
    value += item.kind === 'text' ? item.value : text.slice(item.start, item.end);
    end = item.end;
  }
  flush();
  return nodes;
}
