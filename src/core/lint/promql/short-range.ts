import type {Span} from '../../document';
import type {Expr, MatrixSelector} from '../../promql';
import type {QueryNode} from '../node';
import type {ScrapeInterval} from './scrape-interval';
import {isFilled, textOf, visitQuery} from './sound-query';

/** Functions that need two samples at least. */
const NEEDS_TWO = new Set([
  'rate',
  'irate',
  'increase',
  'delta',
  'idelta',
  'deriv',
  'predict_linear',
]);

/** The range of a call that needs several samples, in seconds; undefined where it is calculated. */
function rangeOf(
  expr: Expr,
): {readonly selector: MatrixSelector; readonly seconds: number; readonly fn: string} | undefined {
  if (expr.kind !== 'call' || !NEEDS_TWO.has(expr.name)) return undefined;
  const selector = expr.args.find(arg => arg.kind === 'matrixSelector');
  if (selector?.kind !== 'matrixSelector' || selector.range.kind !== 'durationLiteral')
    return undefined;
  return {selector, seconds: selector.range.seconds, fn: expr.name};
}

/** A range that is too short for the scrape interval, in the words of a finding. */
export type ShortRange = {
  readonly at: Span;
  readonly data: Readonly<Record<'fn' | 'range' | 'path' | 'interval', string>>;
  readonly interval: ScrapeInterval;
};

type ScrapeBounds = {
  /** How many scrapes the range holds at least, and fewer than how many, for it to be meant. */
  readonly from: number;
  readonly below: number;
};

/** The ranges of a query that hold so many scrapes; one that a dashboard puts in is none. */
export function shortRanges(
  query: QueryNode,
  interval: ScrapeInterval | undefined,
  {from, below}: ScrapeBounds,
): readonly ShortRange[] {
  const ranges: ShortRange[] = [];
  if (interval === undefined) return ranges;
  visitQuery(query, expr => {
    const found = rangeOf(expr);
    const scrapes = found === undefined ? -1 : found.seconds / interval.seconds;
    if (found === undefined || scrapes < from || scrapes >= below) return;
    const {range} = found.selector;
    if (isFilled(query, range)) return;
    const {path, text} = interval;
    const data = {fn: found.fn, range: textOf(query, range), path, interval: text};
    ranges.push({at: query.place(range.start, range.end), data, interval});
  });
  return ranges;
}
