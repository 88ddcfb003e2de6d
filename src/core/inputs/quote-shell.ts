/** What needs no quotes in any shell. */
const PLAIN = /^[\w./:@%+,-]+$/;

/**
 * What a terminal would obey, or a reader not see: control characters (but line breaks), marks of
 * the writing direction and their like. As such they never reach the clipboard.
 */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const UNSEEN_OR_SPECIAL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}'\\!]/gu;

/** A word that a shell reads as exactly `value`. */
export function quoteShell(value: string): string {
  if (PLAIN.test(value)) return value;
  if (UNSEEN.test(value)) return `$'${value.replace(UNSEEN_OR_SPECIAL, escapeBytes)}'`;
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** What stands for `value` between double quotes. */
export function quoteInDouble(value: string): string {
  // An interactive bash expands `!` there too, and no backslash stops it without staying.
  if (value.includes('!') || UNSEEN.test(value)) return `"${quoteShell(value)}"`;
  return value.replace(/[\\"$`]/g, String.raw`\$&`);
}

/** What fails with `help` if nobody has set the variable; for the inside of double quotes. */
export function demand(name: string, help: string): string {
  const plain = help.replace(/\s+/g, ' ').replace(new RegExp(UNSEEN, 'gu'), '').trim();
  const safe = plain
    .replace(/[\\"$`}]/g, String.raw`\$&`)
    // Inside the braces it quotes, double quotes around them or not.
    .replaceAll("'", '’')
    // Again the history of an interactive bash; before a space it leaves the sign alone.
    .replace(/!(?! )/g, '！');
  return `\${${name}:?${safe}}`;
}

function escapeBytes(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    byte => `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}
