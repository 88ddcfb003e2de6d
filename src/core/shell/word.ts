import type {DoubleQuotedChild, Word as SourceWord, WordPart as SourcePart} from 'unbash';
import type {Quote, Span, Word, WordPart} from './types';

/** Maps an offset of the parser to an offset of the script. */
export type Place = (offset: number) => number;

const EXPANSIONS = new Set<WordPart['kind']>([
  'variable',
  'substitution',
  'process-substitution',
  'arithmetic',
  'brace',
  'tilde',
]);

export function toWord(source: SourceWord, place: Place): Word {
  const parts =
    source.parts?.flatMap(part => toParts(part, 'none', place)) ?? bareParts(source, place);
  const all = withTilde(parts);
  return {
    kind: 'word',
    text: source.text,
    value: all.some(part => EXPANSIONS.has(part.kind)) ? undefined : all.map(literalValue).join(''),
    parts: all,
    glob: all.some(part => part.kind === 'glob'),
    ...span(source, place),
  };
}

export function span(node: {readonly pos: number; readonly end: number}, place: Place): Span {
  return {start: place(node.pos), end: place(node.end)};
}

/** The name, operator and place of the name in `$NAME` or `${NAME…}`. */
export function variableName(part: SourcePart | DoubleQuotedChild) {
  if (part.type === 'SimpleExpansion') {
    return {name: part.text.slice(1), operator: undefined, pos: part.pos + 1, end: part.end};
  }
  if (part.type !== 'ParameterExpansion') return undefined;
  const operation = part.operation;
  const operator =
    operation === undefined || operation.type === 'Unknown' ? undefined : operation.operator;
  return {
    name: part.parameter,
    operator: operator ?? part.prefix,
    pos: part.parameterPos,
    end: part.parameterEnd,
  };
}

function bareParts(source: SourceWord, place: Place): readonly WordPart[] {
  if (source.text === '') return [];
  return [
    {
      kind: 'literal',
      value: source.value,
      text: source.text,
      quote: 'none',
      ...span(source, place),
    },
  ];
}

function toParts(part: SourcePart | DoubleQuotedChild, quote: Quote, place: Place): WordPart[] {
  const base = {text: part.text, quote, ...span(part, place)};
  switch (part.type) {
    case 'Literal':
      return [{kind: 'literal', value: part.value, ...base}];
    case 'SingleQuoted':
      return [{kind: 'literal', value: part.value, ...base, quote: 'single'}];
    case 'AnsiCQuoted':
      return [{kind: 'literal', value: part.value, ...base, quote: 'ansi'}];
    case 'DoubleQuoted':
    case 'LocaleString':
      return doubleQuoted(part, base, place);
    case 'Glob':
      return [{kind: 'glob', value: part.value, ...base}];
    case 'ExtendedGlob':
      return [{kind: 'glob', value: part.text, ...base}];
    case 'SimpleExpansion':
    case 'ParameterExpansion': {
      const variable = variableName(part);
      return [
        {kind: 'variable', name: variable?.name ?? '', operator: variable?.operator, ...base},
      ];
    }
    case 'CommandExpansion':
      return [{kind: 'substitution', ...base}];
    case 'ProcessSubstitution':
      return [{kind: 'process-substitution', operator: part.operator, ...base}];
    case 'ArithmeticExpansion':
      return [{kind: 'arithmetic', ...base}];
    case 'BraceExpansion':
      return [{kind: 'brace', ...base}];
  }
}

function doubleQuoted(
  part: {readonly parts: readonly DoubleQuotedChild[]},
  base: Span & {readonly text: string},
  place: Place,
): WordPart[] {
  // An empty pair of quotes is a part of its own, or `""` could not be told from no word at all.
  if (part.parts.length === 0) return [{kind: 'literal', value: '', ...base, quote: 'double'}];
  return part.parts.flatMap(child => toParts(child, 'double', place));
}

/** The parser leaves `~` and `~name` at the start of a word inside the literal. */
function withTilde(parts: readonly WordPart[]): readonly WordPart[] {
  const [first, ...rest] = parts;
  if (first === undefined || first.kind !== 'literal' || first.quote !== 'none') return parts;
  const tilde = /^~[a-z_0-9+-]*(?=\/|$)/i.exec(first.text)?.[0];
  if (tilde === undefined) return parts;
  const cut = first.start + tilde.length;
  const head: WordPart = {kind: 'tilde', text: tilde, quote: 'none', start: first.start, end: cut};
  const tail = first.text.slice(tilde.length);
  if (tail === '') return [head, ...rest];
  return [
    head,
    {...first, text: tail, value: first.value.slice(tilde.length), start: cut},
    ...rest,
  ];
}

function literalValue(part: WordPart): string {
  return part.kind === 'literal' || part.kind === 'glob' ? part.value : '';
}
