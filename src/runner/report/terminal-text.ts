import {printable} from '../../core';
import {sgrAfter, shownSgr} from './colour-state';
import {escapeParser} from './escape-parser';

/** Output of a command made fit for a terminal, in pieces as it comes. */
export type TerminalText = {
  /**
   * Printable characters, line ends, tabs, colours, and `\r` where the line begins anew. A
   * character that is cut by the end of a piece comes with the next one.
   */
  readonly push: (bytes: Uint8Array) => string;
  readonly end: () => string;
  /** The sequence that brings back the colour of a line that was interrupted; empty if it has none. */
  readonly colour: () => string;
};

const RESET = '\u001B[0m';

/** Anything else is printed as it is. */
const SPECIAL = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;
const TEXT = /[^\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/uy;

/**
 * Lets nothing through that could move the cursor or touch the screen, the title or the clipboard.
 * Whole control sequences are left out; what is none is spelt out.
 */
export function terminalText(): TerminalText {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
  const parser = escapeParser();
  let colour = '';
  let needsColour = false;
  /** A `\r` that may turn out to belong to a line end. */
  let hasReturn = false;

  function put(text: string): string {
    const start = hasReturn ? '\r' : '';
    hasReturn = false;
    const painted = needsColour ? colour : '';
    needsColour = false;
    return start + painted + text;
  }

  function endLine(): string {
    hasReturn = false;
    if (colour === '') return '\n';
    const isPainted = !needsColour;
    needsColour = true;
    return isPainted ? `${RESET}\n` : '\n';
  }

  function take(character: string): string {
    const found = parser.push(character);
    switch (found.kind) {
      case 'within':
      case 'dropped':
        return '';
      case 'broken':
        return put('␛') + take(character);
      case 'sgr': {
        const shown = shownSgr(found.parameters);
        if (shown === null) return '';
        colour = sgrAfter(colour, shown);
        return put(shown === '' ? RESET : `\u001B[${shown}m`);
      }
      case 'character':
        return plain(character);
    }
  }

  function plain(character: string): string {
    if (character === '\n') return endLine();
    if (character === '\t') return put('\t');
    if (character === '\r') {
      hasReturn = true;
      return '';
    }
    return put(printable(character));
  }

  function pass(text: string): string {
    if (parser.isIdle() && !hasReturn && colour === '' && !SPECIAL.test(text)) return text;
    let shown = '';
    for (let index = 0; index < text.length;) {
      TEXT.lastIndex = index;
      const run = parser.isIdle() ? TEXT.exec(text)?.[0] : undefined;
      if (run !== undefined) {
        shown += put(run);
        index += run.length;
        continue;
      }
      const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
      shown += take(character);
      index += character.length;
    }
    return shown;
  }

  return {
    push: bytes => pass(decoder.decode(bytes, {stream: true})),
    end: () => pass(decoder.decode()) + (parser.isIdle() ? '' : put('␛')),
    colour: () => (needsColour ? '' : colour),
  };
}
