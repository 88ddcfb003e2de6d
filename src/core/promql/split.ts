import {isAggregationName} from './aggregations';
import {FUNCTIONS} from './functions';
import {scanPieces} from './split-pieces';
import type {Span} from './ast';
import type {Piece} from './split-pieces';

/** One expression of a fence, without the blank lines and comments around it. */
export type PromqlPart = Span & {readonly text: string};

/** What the text so far ends with, outside of all brackets. */
type State = {
  /** An operand must follow: the text is not complete yet. */
  readonly open: boolean;
  /** A list of labels follows next. */
  readonly labels: 'none' | 'matching' | 'grouping';
  /** Parentheses that follow belong to what stands in front of them. */
  readonly callable: boolean;
};

const START: State = {open: true, labels: 'none', callable: false};
const COMPLETE: State = {open: false, labels: 'none', callable: false};

const MATCHING = new Set([
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'fill',
  'fill_left',
  'fill_right',
]);
const INFIX = new Set(['and', 'or', 'unless', 'atan2', 'offset']);
const POSTFIX = new Set(['by', 'without', 'anchored', 'smoothed']);

/**
 * Splits the text of a fence into its expressions. An expression ends where a line is complete and
 * the next one starts another operand; it goes on after an operator, before one, and in brackets.
 */
export function splitPromql(text: string): readonly PromqlPart[] {
  const parts: PromqlPart[] = [];
  let state = START;
  let start = 0;
  let previous: Piece | undefined;
  for (const piece of scanPieces(text)) {
    if (previous !== undefined && isBreak(text, state, previous, piece)) {
      parts.push(part(text, start, previous.end));
      state = START;
      start = piece.start;
    } else if (previous === undefined) {
      start = piece.start;
    }
    state = advance(state, piece);
    previous = piece;
  }
  return previous === undefined ? [] : [...parts, part(text, start, previous.end)];
}

function part(text: string, start: number, end: number): PromqlPart {
  return {text: text.slice(start, end), start, end};
}

function isBreak(
  text: string,
  state: State,
  previous: Piece,
  {kind, text: word, start}: Piece,
): boolean {
  const lines = text.slice(previous.end, start).split('\n').length - 1;
  if (lines === 0 || state.open || state.labels !== 'none') return false;
  if (kind === 'operator' || kind === 'stray') return false;
  if (kind === 'word') return !INFIX.has(lower(word)) && !POSTFIX.has(lower(word));
  if (word.startsWith('[')) return false;
  if (word.startsWith('(')) return !state.callable;
  if (word.startsWith('{')) return lines > 1 || previous.kind !== 'word';
  return true;
}

function advance(state: State, {kind, text}: Piece): State {
  switch (kind) {
    case 'operator':
      return START;
    case 'word':
      return advanceWord(state, lower(text));
    case 'group':
      if (!text.startsWith('(') || state.labels === 'none') return COMPLETE;
      return state.labels === 'matching' ? START : {...COMPLETE, callable: true};
    default:
      return COMPLETE;
  }
}

function advanceWord(state: State, word: string): State {
  if (state.open && word === 'bool') return START;
  if (state.open && MATCHING.has(word)) return {...START, labels: 'matching'};
  if (!state.open && INFIX.has(word)) return START;
  if (!state.open && (word === 'by' || word === 'without'))
    return {...COMPLETE, labels: 'grouping'};
  return {...COMPLETE, callable: isAggregationName(word) || FUNCTIONS.has(word)};
}

function lower(word: string): string {
  return word.toLowerCase();
}
