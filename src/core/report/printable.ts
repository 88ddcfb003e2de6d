/** Controls, and the characters that reorder or hide the text around them. */
const HARMFUL = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text from a document on one line of a terminal: what could control the terminal is spelt out. */
export function printable(text: string): string {
  return text.replace(HARMFUL, character => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
