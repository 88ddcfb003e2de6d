import {AGGREGATIONS} from './aggregations';
import {quotePromqlString, quoteShortened} from './go-quote';
import type {Span} from './ast';

/**
 * Punctuation, operators and keywords are their own kind, in lower case; `error` carries the
 * lexer's message in `message`.
 */
export type Token = Span & {
  readonly kind: string;
  readonly text: string;
  readonly message?: string;
};

/** Operators by how tightly they bind, loosest first. */
export const BINARY_POWER: ReadonlyMap<string, number> = new Map([
  ['or', 1],
  ['and', 2],
  ['unless', 2],
  ...['==', '!=', '>', '<', '>=', '<=', '</', '>/'].map(operator => [operator, 3] as const),
  ['+', 4],
  ['-', 4],
  ['*', 5],
  ['/', 5],
  ['%', 5],
  ['atan2', 5],
  ['^', 6],
]);

export const UNARY_POWER = 5;
export const POW_POWER = 6;

const WORD_OPERATORS = ['and', 'or', 'unless', 'atan2'];
const KEYWORDS = new Set([
  'offset',
  'smoothed',
  'anchored',
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'fill',
  'fill_left',
  'fill_right',
  'bool',
]);
const PREPROCESSORS = ['start', 'end', 'step', 'range'];
const SYMBOL_OPERATORS = new Set([...BINARY_POWER.keys(), '=~', '!~', '@']);

const RESERVED: ReadonlySet<string> = new Set([
  ...WORD_OPERATORS,
  ...KEYWORDS,
  ...PREPROCESSORS,
  ...AGGREGATIONS.keys(),
]);

/** Words that are not a name everywhere, but may be a metric's. */
const METRIC_WORDS: ReadonlySet<string> = new Set([
  'identifier',
  'metricIdentifier',
  'and',
  'or',
  'unless',
  'by',
  'without',
  'offset',
  'anchored',
  'smoothed',
  ...PREPROCESSORS,
  ...AGGREGATIONS.keys(),
]);

const NOT_A_LABEL = new Set(['without', 'fill', 'fill_left', 'fill_right']);

/** The kind of a word outside braces. */
export function wordKind(word: string): string {
  const lower = word.toLowerCase();
  if (RESERVED.has(lower)) return lower;
  if (lower === 'inf' || lower === 'nan') return 'number';
  return word.includes(':') ? 'metricIdentifier' : 'identifier';
}

export function isMetricName({kind}: Token): boolean {
  return METRIC_WORDS.has(kind);
}

export function isLabelName({kind}: Token): boolean {
  if (kind === 'identifier' || kind === 'metricIdentifier') return true;
  return RESERVED.has(kind) && !NOT_A_LABEL.has(kind);
}

/** Whether the word is a label where no parenthesis follows it. */
export function isLabelWord(word: string): boolean {
  return !/^(?:without|inf|nan)$/i.test(word);
}

export function startsExpr(token: Token): boolean {
  return (
    isMetricName(token) || ['number', 'duration', 'string', '(', '{', '+', '-'].includes(token.kind)
  );
}

/** How Prometheus names a token in `unexpected …`. */
export function describeToken({kind, text}: Token): string {
  if (kind === 'eof') return 'end of input';
  if (kind === 'identifier') return `identifier ${quotePromqlString(text)}`;
  if (kind === 'metricIdentifier') return `metric identifier ${quotePromqlString(text)}`;
  if (KEYWORDS.has(kind)) return `<${text}>`;
  if (SYMBOL_OPERATORS.has(kind)) return `<op:${text}>`;
  if (AGGREGATIONS.has(kind)) return `<aggr:${text}>`;
  const shown = quoteShortened(text);
  return kind === 'string' || kind === 'number' || kind === 'duration' ? `${kind} ${shown}` : shown;
}
