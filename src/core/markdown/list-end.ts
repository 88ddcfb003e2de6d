import type {ListItem, RootContent} from 'mdast';
import {endOfLine} from './lines';
import type {ListContainer, State} from './state';

/** Items end with their text or with their last block; blank lines between blocks spread them. */
export function closeList({node}: ListContainer): void {
  let previous = 0;
  for (const item of node.children) {
    if (previous > 0 && startLine(item) - previous > 1) node.spread = true;
    item.spread = hasGap(item.children);
    previous = endLine(item);
  }
  if ((node.position?.end.line ?? 0) - previous > 1) node.spread = true;
}

function hasGap(children: readonly RootContent[]): boolean {
  return children.some((child, index) => {
    const next = children[index + 1];
    if (next !== undefined && startLine(next) - endLine(child) > 1) return true;
    return child.type === 'containerDirective' && hasBlankLine(child);
  });
}

function hasBlankLine(directive: Extract<RootContent, {type: 'containerDirective'}>): boolean {
  const {children} = directive;
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined) {
    return endLine(directive) - startLine(directive) > 1;
  }
  return (
    startLine(first) - startLine(directive) > 1 ||
    endLine(directive) - endLine(last) > 1 ||
    hasGap(children)
  );
}

function startLine({position}: RootContent | ListItem): number {
  return position?.start.line ?? 0;
}

function endLine({position}: RootContent | ListItem): number {
  return position?.end.line ?? 0;
}

/** Sets where the item ends that the next one or the end of the list follows. */
export function endItem({lines}: State, {item, itemLine}: ListContainer): void {
  const last = item.children.at(-1);
  const isContainer = last?.type === 'list' || last?.type === 'blockquote';
  const inner = isContainer ? last.position?.end : undefined;
  const own = endOfLine(lines, itemLine);
  if (item.position === undefined) return;
  item.position.end = inner !== undefined && (inner.offset ?? 0) > (own.offset ?? 0) ? inner : own;
}
