import type {Span} from './ast';

/** A token, or a pair of brackets with all that is in it; `stray` is a bracket without its partner. */
export type Piece = Span & {
  readonly kind: 'word' | 'operator' | 'operand' | 'group' | 'stray';
  readonly text: string;
};

const TOKEN =
  /(?<comment>#[^\n\r]*)|(?<operand>"(?:\\[^\n]|[^"\\\n])*"?|'(?:\\[^\n]|[^'\\\n])*'?|`[^`]*`?|\.?\d[\w.]*)|(?<word>[A-Za-z_:][\w:]*)|(?<bracket>[()[\]{}])|(?<operator>[=!<>]=|<\/|>\/|=~|!~|[-+*/%^<>=!@,])|(?<other>\S)/g;

const PARTNERS: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{'};

type Token = Span & {
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
};

/** The pieces outside of all brackets, without comments, however broken the text is. */
export function scanPieces(text: string): readonly Piece[] {
  const tokens = tokenize(text);
  const partners = matchBrackets(tokens);
  const pieces: Piece[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const partner = partners.get(index);
    const {end} = (partner === undefined ? token : tokens[partner]) ?? token;
    const {start} = token;
    pieces.push({kind: kindOf(token, partner), text: text.slice(start, end), start, end});
    index = partner ?? index;
  }
  return pieces;
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const {index: start, 0: value, groups = {}} of text.matchAll(TOKEN)) {
    if (groups['comment'] !== undefined) continue;
    tokens.push({text: value, groups, start, end: start + value.length});
  }
  return tokens;
}

function kindOf({groups}: Token, partner: number | undefined): Piece['kind'] {
  if (groups['word'] !== undefined) return 'word';
  if (groups['operator'] !== undefined) return 'operator';
  if (groups['bracket'] === undefined) return 'operand';
  return partner === undefined ? 'stray' : 'group';
}

/** Closing index by opening index. What never closes does not swallow the rest of the text. */
function matchBrackets(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const open: {readonly index: number; readonly text: string}[] = [];
  const counts = new Map<string, number>();
  const partners = new Map<number, number>();
  for (const [index, {text, groups}] of tokens.entries()) {
    if (groups['bracket'] === undefined) continue;
    const wanted = PARTNERS[text];
    if (wanted === undefined) {
      open.push({index, text});
      counts.set(text, (counts.get(text) ?? 0) + 1);
      continue;
    }
    let last = (counts.get(wanted) ?? 0) > 0 ? open.pop() : undefined;
    while (last !== undefined) {
      counts.set(last.text, (counts.get(last.text) ?? 0) - 1);
      if (last.text === wanted) partners.set(last.index, index);
      last = last.text === wanted ? undefined : open.pop();
    }
  }
  return partners;
}
