import {DASH, SLASH, TAB, SPACE, GREATER, isAlpha, isAlphanumeric, skipSpaces} from './characters';
import type {Cursor} from './cursor';
import {giveUp} from './give-up';
import {completeTagEnd} from './html-tag';

/** `until` is what ends the block on its own line; a blank line does where there is none. */
export type HtmlStart = {
  readonly kind: 'html';
  readonly until: RegExp | undefined;
  /** Where on the first line to begin to look for the end. */
  readonly from: number;
};

const RAW = new Set(['pre', 'script', 'style', 'textarea']);
const RAW_END = /<\/(?:pre|script|style|textarea)>/i;

const BLOCKS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details ' +
    'dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 ' +
    'head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option ' +
    'p param search section summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

export function recogniseHtml(
  cursor: Cursor,
  place: 'block' | 'paragraph' | 'lazy line',
): HtmlStart | undefined {
  const {source, text, end} = cursor;
  const next = source.charAt(text + 1);
  if (next === '!') return recogniseDeclaration(cursor);
  if (next === '?') return {kind: 'html', until: /\?>/, from: text + 1};
  const isClosing = next === '/';
  const start = text + (isClosing ? 2 : 1);
  const nameEnd = tagNameEnd(source, start, end);
  if (nameEnd === start) return undefined;
  const code = nameEnd < end ? source.charCodeAt(nameEnd) : SPACE;
  if (code !== SLASH && code !== GREATER && code !== SPACE && code !== TAB) return undefined;
  const name = source.slice(start, nameEnd).toLowerCase();
  if (RAW.has(name) && !isClosing && code !== SLASH) {
    return {kind: 'html', until: RAW_END, from: nameEnd};
  }
  if (BLOCKS.has(name)) {
    if (code === SLASH && source.charCodeAt(nameEnd + 1) !== GREATER) return undefined;
    return {kind: 'html', until: undefined, from: end};
  }
  if (place === 'lazy line') giveUp('a tag on a lazy line');
  if (place === 'paragraph') return undefined;
  const tagEnd = completeTagEnd(source, {nameEnd, end, isClosing});
  if (tagEnd === undefined || skipSpaces(source, tagEnd) < end) return undefined;
  return {kind: 'html', until: undefined, from: end};
}

function recogniseDeclaration({source, text}: Cursor): HtmlStart | undefined {
  if (source.startsWith('<!--', text)) return {kind: 'html', until: /-->/, from: text + 2};
  if (source.startsWith('<![CDATA[', text)) giveUp('a CDATA section');
  if (!isAlpha(source.charCodeAt(text + 2))) return undefined;
  return {kind: 'html', until: />/, from: text + 3};
}

function tagNameEnd(source: string, start: number, end: number): number {
  if (!isAlpha(source.charCodeAt(start))) return start;
  let at = start;
  while (at < end && (isAlphanumeric(source.charCodeAt(at)) || source.charCodeAt(at) === DASH)) {
    at++;
  }
  return at;
}
