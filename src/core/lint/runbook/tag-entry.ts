import {readInfoString} from '../../document';
import type {Block, MarkdownDocument, Span} from '../../document';

/** A key of a block's tag as the author wrote it; undefined where the tag does not have it. */
export function tagEntry(
  block: Block,
  document: MarkdownDocument,
  key: string,
): {readonly value: unknown; readonly at: Span} | undefined {
  const {start, end} = block.infoSpan;
  const {tag} = readInfoString(document.source.slice(start.offset, end.offset));
  const entry = tag?.entries.findLast(candidate => candidate.key === key);
  if (entry === undefined) return undefined;
  const at = document.places.span(start.offset + entry.start, start.offset + entry.end);
  return {value: entry.value, at};
}
