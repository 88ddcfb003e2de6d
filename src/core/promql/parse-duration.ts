import {isOutOfRange} from './duration';
import {parseDurationLiteral, parseNumberLiteral} from './parse-literal';
import {accept, nested, peek, report, reportNewer, take} from './parser';
import {BINARY_POWER, POW_POWER, UNARY_POWER} from './token';
import {isBefore} from './version';
import type {Duration, DurationLiteral, DurationOperator} from './ast';
import type {Parser} from './parser';
import type {Token} from './token';

const OPERATORS: readonly string[] = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
] satisfies readonly DurationOperator[];

/**
 * What stands in `[…]`. Undefined without a report: the caller knows what it expected.
 */
export function parseDuration(parser: Parser, power = 0): Duration | undefined {
  return nested(parser, () => {
    let left = parseUnary(parser);
    while (left !== undefined) {
      const {kind} = peek(parser);
      const next = OPERATORS.includes(kind) ? BINARY_POWER.get(kind) : undefined;
      if (next === undefined || next < power) return left;
      left = parseBinary(parser, left, next);
      // Durations are walked by recursion, so a long sum counts as deep.
      parser.depth += 1;
    }
    return undefined;
  });
}

/** After `offset` a number ends the duration: `foo offset 1m + 1` is a sum. */
export function parseOffsetDuration(parser: Parser): Duration | undefined {
  const sign = accept(parser, '-') ?? accept(parser, '+');
  if (sign?.kind === '+') reportNewer(parser, sign, 'a sign in front of a duration');
  const operand = parsePrimary(parser);
  return operand === undefined || sign === undefined ? operand : applySign(parser, sign, operand);
}

function parseBinary(parser: Parser, left: Duration, power: number): Duration | undefined {
  const operator = take(parser);
  const right = parseDuration(parser, power === POW_POWER ? power : power + 1);
  if (right === undefined) return undefined;
  const kind = operator.kind as DurationOperator;
  const duration = {kind: 'durationBinary', operator: kind, left, right} as const;
  const span = {start: left.start, end: right.end};
  reportExperimental(parser, {...duration, ...span});
  if (right.kind === 'durationLiteral' && right.seconds === 0 && (kind === '/' || kind === '%')) {
    report(parser, operator, kind === '/' ? 'division by zero' : 'modulo by zero');
  }
  return {...duration, ...span};
}

function parseUnary(parser: Parser): Duration | undefined {
  const sign = accept(parser, '-') ?? accept(parser, '+');
  if (sign === undefined) return parsePrimary(parser);
  reportNewer(parser, sign, 'a sign in front of a duration');
  const operand = parseDuration(parser, UNARY_POWER + 1);
  return operand === undefined ? undefined : applySign(parser, sign, operand);
}

function applySign(parser: Parser, sign: Token, operand: Duration): Duration {
  const {start} = sign;
  if (operand.kind === 'durationLiteral') {
    const seconds = sign.kind === '-' ? -operand.seconds : operand.seconds;
    return {...operand, seconds, start};
  }
  const operator = sign.kind === '-' ? '-' : '+';
  const unary = {kind: 'durationUnary', operator, operand, start, end: operand.end} as const;
  reportExperimental(parser, unary);
  return unary;
}

function parsePrimary(parser: Parser): Duration | undefined {
  const {kind} = peek(parser);
  if (kind === 'number' || kind === 'duration') return parseLiteral(parser);
  if (kind === '(') return parseParen(parser);
  const call = ['step', 'range', 'min_of', 'max_of'].includes(peek(parser).text.toLowerCase());
  return call ? parseCall(parser) : undefined;
}

function parseLiteral(parser: Parser): DurationLiteral {
  const token = peek(parser);
  const number = token.kind === 'number';
  if (number) reportNewer(parser, token, 'a number as a duration');
  const {value, start, end} = number ? parseNumberLiteral(parser) : parseDurationLiteral(parser);
  if (isOutOfRange(value)) report(parser, {start, end}, 'duration out of range');
  return {kind: 'durationLiteral', seconds: value, number, start, end};
}

function parseParen(parser: Parser): Duration | undefined {
  const {start} = take(parser);
  const inner = parseDuration(parser);
  if (inner === undefined || accept(parser, ')') === undefined) return undefined;
  reportExperimental(parser, inner);
  return {kind: 'durationParen', inner, start, end: parser.end};
}

function parseCall(parser: Parser): Duration | undefined {
  const {text, start} = take(parser);
  const name = text.toLowerCase();
  if (accept(parser, '(') === undefined) return undefined;
  const args = name.endsWith('_of') ? parsePair(parser) : [];
  if (args === undefined || accept(parser, ')') === undefined) return undefined;
  const call = {kind: 'durationCall', name, args, start, end: parser.end} as const;
  reportExperimental(parser, call);
  return call;
}

function parsePair(parser: Parser): readonly Duration[] | undefined {
  const first = parseDuration(parser);
  if (first === undefined || accept(parser, ',') === undefined) return undefined;
  const second = parseDuration(parser);
  return second === undefined ? undefined : [first, second];
}

/**
 * Arithmetic came with 3.4 and needs no flag since 3.14. Reported once for each duration: not again
 * for what encloses a reported part.
 */
function reportExperimental(parser: Parser, duration: Duration): void {
  const {target, features} = parser.options;
  if (!isBefore(target, '3.14') || features?.includes('promql-duration-expr') === true) return;
  const message = 'experimental duration expression is not enabled';
  const last = parser.errors.at(-1);
  if (last?.message === message && last.start >= duration.start) return;
  report(parser, duration, message);
}
