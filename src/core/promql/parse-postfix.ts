import {parseDuration, parseOffsetDuration} from './parse-duration';
import {parseAt, setAt, setEdge, setOffset} from './parse-time';
import {accept, peek, report, take, unexpected} from './parser';
import {isBefore} from './version';
import type {Duration, Expr} from './ast';
import type {Parser} from './parser';

const DURATION = 'number, duration, step(), or range()';

/** Brackets and time modifiers bind to the nearest operand, more tightly than any operator. */
export function parsePostfix(parser: Parser, operand: Expr | undefined): Expr | undefined {
  let expr = operand;
  while (expr !== undefined) {
    const {kind} = peek(parser);
    if (kind === '[') expr = parseBrackets(parser, expr);
    else if (kind === 'offset') expr = parseOffset(parser, expr);
    else if (kind === '@') expr = parseTimestamp(parser, expr);
    else if (kind === 'anchored' || kind === 'smoothed') expr = parseEdge(parser, expr, kind);
    else return expr;
  }
  return undefined;
}

function parseOffset(parser: Parser, expr: Expr): Expr | undefined {
  take(parser);
  const offset = parseOffsetDuration(parser);
  return offset === undefined
    ? unexpected(parser, 'offset', DURATION)
    : setOffset(parser, expr, offset);
}

function parseTimestamp(parser: Parser, expr: Expr): Expr | undefined {
  take(parser);
  const at = parseAt(parser);
  return at === undefined ? unexpected(parser, '@', 'timestamp') : setAt(parser, expr, at);
}

function parseEdge(parser: Parser, expr: Expr, edge: 'anchored' | 'smoothed'): Expr | undefined {
  take(parser);
  return setEdge(parser, expr, edge);
}

function parseBrackets(parser: Parser, expr: Expr): Expr | undefined {
  const {start} = take(parser);
  const range = parseDuration(parser);
  if (range === undefined) return unexpected(parser, 'subquery or range selector', DURATION);
  reportNotPositive(parser, range);
  if (accept(parser, ':') !== undefined) return parseSubquery(parser, expr, range);
  if (accept(parser, ']') === undefined)
    return unexpected(parser, 'subquery or range', '":" or "]"');
  const problem = matrixProblem(expr, parser.options.target);
  if (problem !== undefined) return report(parser, {start, end: parser.end}, problem);
  if (expr.kind !== 'vectorSelector') return undefined;
  const {end} = parser;
  return {kind: 'matrixSelector', type: 'matrix', selector: expr, range, start: expr.start, end};
}

function matrixProblem(expr: Expr, target: string | undefined): string | undefined {
  if (expr.kind !== 'vectorSelector') return 'ranges only allowed for vector selectors';
  const {offset, at} = expr;
  const moved = offset?.kind === 'durationLiteral' ? offset.seconds !== 0 : offset !== undefined;
  if (moved) return 'no offset modifiers allowed before range';
  // Only a timestamp was refused before 3.15.
  const fixed = at !== undefined && (at.kind === 'timestamp' || !isBefore(target, '3.15'));
  return fixed ? 'no @ modifiers allowed before range' : undefined;
}

function parseSubquery(parser: Parser, expr: Expr, range: Duration): Expr | undefined {
  const byDefault = peek(parser).kind === ']';
  const step = byDefault ? undefined : parseDuration(parser);
  if (step === undefined && !byDefault) {
    return unexpected(parser, 'subquery selector', 'number, duration, step(), range(), or "]"');
  }
  if (step !== undefined) reportNotPositive(parser, step);
  if (accept(parser, ']') === undefined) return unexpected(parser, 'subquery selector', '"]"');
  return {
    kind: 'subquery',
    type: 'matrix',
    expr,
    range,
    step,
    offset: undefined,
    at: undefined,
    start: expr.start,
    end: parser.end,
  };
}

function reportNotPositive(parser: Parser, duration: Duration): void {
  peek(parser);
  if (duration.kind === 'durationLiteral' && duration.seconds <= 0) {
    report(parser, duration, 'duration must be greater than 0');
  }
}
