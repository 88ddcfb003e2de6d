import {AGGREGATIONS, isAggregationName} from './aggregations';
import {parseAggregate, parseCall} from './parse-call';
import {parseBinaryModifiers} from './parse-binary-modifiers';
import {parsePostfix} from './parse-postfix';
import {parseNumberLiteral, parseSeconds} from './parse-literal';
import {parseSelector} from './parse-selector';
import {accept, nested, peek, reportNewer, take, unexpected} from './parser';
import {unquote} from './string-literal';
import {BINARY_POWER, POW_POWER, UNARY_POWER, isMetricName} from './token';
import {isBefore} from './version';
import type {Binary, BinaryOperator, Expr} from './ast';
import type {Parser} from './parser';

/** Parses an expression whose binary operators bind at least as tightly as `power`. */
export function parseExpr(parser: Parser, power = 0): Expr | undefined {
  return nested(parser, () => {
    let left = parseUnary(parser);
    while (left !== undefined) {
      const next = BINARY_POWER.get(peek(parser).kind);
      if (next === undefined || next < power) return left;
      left = parseBinary(parser, left, next);
    }
    return undefined;
  });
}

function parseBinary(parser: Parser, left: Expr, power: number): Binary | undefined {
  const operator = take(parser);
  if (operator.kind === '</' || operator.kind === '>/') {
    reportNewer(parser, operator, 'a trim operator');
  }
  const modifiers = parseBinaryModifiers(parser);
  if (modifiers === undefined) return undefined;
  const operatorSpan = {start: operator.start, end: parser.end};
  const right = parseExpr(parser, power === POW_POWER ? power : power + 1);
  if (right === undefined) return undefined;
  return {
    kind: 'binary',
    type: left.type === 'scalar' && right.type === 'scalar' ? 'scalar' : 'vector',
    operator: operator.kind as BinaryOperator,
    operatorSpan,
    ...modifiers,
    left,
    right,
    start: left.start,
    end: right.end,
  };
}

function parseUnary(parser: Parser): Expr | undefined {
  const operator = accept(parser, '-') ?? accept(parser, '+');
  if (operator === undefined) return parsePostfix(parser, parsePrimary(parser));
  const expr = parseExpr(parser, UNARY_POWER + 1);
  if (expr === undefined) return undefined;
  const {start} = operator;
  const minus = operator.kind === '-';
  if (expr.kind === 'number') return {...expr, value: minus ? -expr.value : expr.value, start};
  return {kind: 'unary', type: expr.type, operator: minus ? '-' : '+', expr, start, end: expr.end};
}

function parsePrimary(parser: Parser): Expr | undefined {
  const token = peek(parser);
  switch (token.kind) {
    case 'number':
      return parseNumberLiteral(parser);
    case 'duration':
      return parseSeconds(parser);
    case 'string':
      take(parser);
      return {
        kind: 'string',
        type: 'string',
        value: unquote(token.text),
        start: token.start,
        end: token.end,
      };
    case '(':
      return parseParen(parser);
    case '{':
      return parseSelector(parser, undefined);
    default:
      return isMetricName(token) ? parseNamed(parser) : unexpected(parser);
  }
}

function parseParen(parser: Parser): Expr | undefined {
  const {start} = take(parser);
  const expr = parseExpr(parser);
  if (expr === undefined) return undefined;
  if (accept(parser, ')') === undefined) return unexpected(parser);
  return {kind: 'paren', type: expr.type, expr, start, end: parser.end};
}

const CALLABLE = new Set(['identifier', 'start', 'end', 'step', 'range']);

/** What follows a word tells whether it is a metric, a function or an aggregation. */
function parseNamed(parser: Parser): Expr | undefined {
  const name = take(parser);
  const follower = peek(parser).kind;
  const {since} = AGGREGATIONS.get(name.kind) ?? {};
  if (since !== undefined && isBefore(parser.options.target, since) && follower === '(') {
    return parseCall(parser, name);
  }
  if (isAggregationName(name.kind) && ['(', 'by', 'without'].includes(follower)) {
    return parseAggregate(parser, name, name.kind);
  }
  if (follower === '(' && CALLABLE.has(name.kind)) return parseCall(parser, name);
  return parseSelector(parser, name);
}
