import {
  BACKTICK,
  COLON,
  DASH,
  HASH,
  LESS,
  STAR,
  TILDE,
  UNDERSCORE,
  isSpaceOrTab,
  skipRun,
  skipSpaces,
} from './characters';
import type {Cursor} from './cursor';
import {type DirectiveStart, recogniseDirective} from './directive';
import {type HtmlStart, recogniseHtml} from './html-block';

/** A block that the line begins, other than a paragraph and what only a second line makes. */
export type Start =
  | {readonly kind: 'heading'; readonly depth: number}
  | {readonly kind: 'break'}
  | {readonly kind: 'fence'; readonly marker: number; readonly size: number}
  | HtmlStart
  | DirectiveStart;

/** Where the line stands: some blocks may not interrupt a paragraph. */
export type Place = 'block' | 'paragraph' | 'lazy line';

export function recognise(cursor: Cursor, place: Place): Start | undefined {
  switch (cursor.source.charCodeAt(cursor.text)) {
    case HASH:
      return recogniseHeading(cursor);
    case STAR:
    case DASH:
    case UNDERSCORE:
      return isThematicBreak(cursor) ? {kind: 'break'} : undefined;
    case BACKTICK:
    case TILDE:
      return recogniseFence(cursor);
    case LESS:
      return recogniseHtml(cursor, place);
    case COLON:
      return recogniseDirective(cursor);
    default:
      return undefined;
  }
}

export function isThematicBreak({source, text, end}: Cursor): boolean {
  const marker = source.charCodeAt(text);
  let count = 0;
  for (let at = text; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === marker) count++;
    else if (!isSpaceOrTab(code)) return false;
  }
  return count >= 3;
}

function recogniseHeading({source, text, end}: Cursor): Start | undefined {
  const behind = skipRun(source, text, HASH);
  const depth = behind - text;
  if (depth > 6 || (behind < end && !isSpaceOrTab(source.charCodeAt(behind)))) return undefined;
  return {kind: 'heading', depth};
}

function recogniseFence({source, text, end}: Cursor): Start | undefined {
  const marker = source.charCodeAt(text);
  const behind = skipRun(source, text, marker);
  const size = behind - text;
  if (size < 3) return undefined;
  if (marker === BACKTICK) {
    const next = source.indexOf('`', skipSpaces(source, behind));
    if (next >= 0 && next < end) return undefined;
  }
  return {kind: 'fence', marker, size};
}
