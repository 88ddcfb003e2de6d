import {checkTypes} from './check-types';
import {parseExpr} from './parse-expr';
import {createParser, peek, report, unexpected} from './parser';
import type {Expr, PromqlError} from './ast';
import type {Parser} from './parser';
import type {PromqlOptions} from './version';

export type PromqlResult = {
  /** Undefined when there is nothing that could stand for the whole text. */
  readonly expr: Expr | undefined;
  readonly errors: readonly PromqlError[];
};

/**
 * Parses and checks one expression. The first error is the one that Prometheus reports, in its
 * words; its place is as narrow as we know it.
 */
export function parsePromql(text: string, options: PromqlOptions = {}): PromqlResult {
  const parser = createParser(text, options);
  const expr = parseWhole(parser);
  if (expr === undefined || parser.failed) {
    return {expr: undefined, errors: parser.errors};
  }
  return {expr, errors: [...parser.errors, ...withoutEchoes(checkTypes(expr), parser.errors)]};
}

function parseWhole(parser: Parser): Expr | undefined {
  if (peek(parser).kind === 'eof') {
    report(parser, {start: 0, end: 0}, 'no expression found in input');
    return undefined;
  }
  const expr = parseExpr(parser);
  if (expr !== undefined && peek(parser).kind !== 'eof') return unexpected(parser);
  return expr;
}

/** Drops the type errors that only follow from an earlier error inside of them. */
function withoutEchoes(
  mistakes: readonly PromqlError[],
  earlier: readonly PromqlError[],
): readonly PromqlError[] {
  if (earlier.length === 0) return mistakes;
  const starts = earlier.map(({start}) => start).sort((a, b) => a - b);
  return mistakes.filter(({start, end}) => {
    const first = starts[firstFrom(starts, start)];
    return first === undefined || first >= end;
  });
}

/** Index of the first of the sorted offsets that is not less than `offset`. */
function firstFrom(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
