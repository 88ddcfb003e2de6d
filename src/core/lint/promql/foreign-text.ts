import type {Range} from '../node';

/** What stands in a `promql` block and is no PromQL. */
export type ForeignText = Range & {readonly kind: 'prompt' | 'ellipsis' | 'prose'};

/** Strings and comments are left alone, whatever they hold. */
const PARTS =
  /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|`[^`]*`|#[^\n]*|(?<ellipsis>\.{3,}|…)|(?<=^[ \t]*)(?<prompt>\$[ \t]+)(?=\S)|(?<=^[ \t]*)(?<prose>[A-Za-z][A-Za-z',-]*(?: [A-Za-z',-]+){2,}[.:]?)(?=[ \t]*$)/gm;

const KEYWORD =
  /^(?:and|or|unless|by|without|on|ignoring|bool|offset|atan2|group_left|group_right|fill|anchored|smoothed|inf|nan)$/i;

/** Prompts, lines of prose and ellipses, in order. */
export function foreignText(text: string): readonly ForeignText[] {
  const found: ForeignText[] = [];
  for (const {index: start, 0: whole, groups = {}} of text.matchAll(PARTS)) {
    const kind = kindOf(whole, groups);
    if (kind !== undefined) found.push({kind, start, end: start + whole.length});
  }
  return found;
}

function kindOf(
  whole: string,
  {prompt, ellipsis, prose}: Readonly<Record<string, string | undefined>>,
): ForeignText['kind'] | undefined {
  if (prompt !== undefined) return 'prompt';
  if (ellipsis !== undefined) return 'ellipsis';
  return prose !== undefined && isProse(whole) ? 'prose' : undefined;
}

/** The same text with blanks for what is foreign, and a name for an ellipsis. */
export function blankForeign(text: string, foreign: readonly ForeignText[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const {kind, start, end} of foreign) {
    const filler = kind === 'ellipsis' && !isAlone(text, {start, end}) ? '_' : ' ';
    parts.push(text.slice(from, start), filler.repeat(end - start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** Two names side by side are no PromQL, whatever they are. */
function isProse(line: string): boolean {
  const words = line.split(' ');
  return words.some(
    (word, index) => !KEYWORD.test(word) && index > 0 && !KEYWORD.test(words[index - 1] ?? ''),
  );
}

function isAlone(text: string, {start, end}: Range): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*$/.test(before) && /^[ \t]*(?:\n|$)/.test(text.slice(end));
}
