import {aggregationOf} from './aggregations';
import {FUNCTIONS} from './functions';
import {quotePromqlString} from './go-quote';
import {parseExpr} from './parse-expr';
import {parseLabels} from './parse-grouping';
import {accept, peek, report, take, unexpected} from './parser';
import {startsExpr} from './token';
import {isAvailable, isBefore} from './version';
import type {AggregationName} from './aggregations';
import type {Aggregate, Call, Expr, Grouping, Span} from './ast';
import type {PromqlFunction} from './functions';
import type {Parser} from './parser';
import type {Token} from './token';

const FLAG = 'promql-experimental-functions';

/** The name has been taken and a parenthesis follows. */
export function parseCall(parser: Parser, name: Token): Call | undefined {
  const args = parseArguments(parser);
  if (args === undefined) return undefined;
  const fn = lookUp(parser, name);
  return {
    kind: 'call',
    type: fn?.returns ?? 'vector',
    name: name.text,
    nameSpan: {start: name.start, end: name.end},
    fn,
    args,
    start: name.start,
    end: parser.end,
  };
}

function lookUp(parser: Parser, name: Token): PromqlFunction | undefined {
  const {target, features} = parser.options;
  const fn = FUNCTIONS.get(name.text);
  const quoted = quotePromqlString(name.text);
  if (fn === undefined || !isAvailable(fn, target)) {
    report(parser, name, `unknown function with name ${quoted}`);
    return undefined;
  }
  const experimental = fn.experimental || (fn.stable !== undefined && isBefore(target, fn.stable));
  if (experimental && features?.includes(FLAG) !== true) {
    report(parser, name, `function ${quoted} is not enabled`);
  }
  return fn;
}

/** The operator has been taken; a parenthesis, `by` or `without` follows. */
export function parseAggregate(
  parser: Parser,
  {start}: Token,
  operator: AggregationName,
): Aggregate | undefined {
  parser.aggregations += 1;
  const leading = parseGrouping(parser);
  if (parser.failed) return undefined;
  const args = peek(parser).kind === '(' ? parseArguments(parser) : unexpected(parser);
  if (args === undefined) return undefined;
  parser.aggregations -= 1;
  const {end} = parser;
  const grouping = leading ?? parseGrouping(parser);
  if (parser.failed) return undefined;
  const span = {start, end: Math.max(end, grouping?.end ?? 0)};
  const [param, expr] = pickArguments(parser, operator, args, span) ?? [];
  if (expr === undefined) return undefined;
  return {kind: 'aggregate', type: 'vector', operator, grouping, param, expr, ...span};
}

function parseGrouping(parser: Parser): Grouping | undefined {
  const word = accept(parser, 'by') ?? accept(parser, 'without');
  if (word === undefined) return undefined;
  const labels = parseLabels(parser);
  if (labels === undefined) return undefined;
  return {kind: word.kind === 'by' ? 'by' : 'without', labels, start: word.start, end: parser.end};
}

/** `[param, expr]` as the operator takes them. */
function pickArguments(
  parser: Parser,
  operator: AggregationName,
  args: readonly Expr[],
  span: Span,
): readonly [Expr | undefined, Expr] | undefined {
  const {param, experimental} = aggregationOf(operator);
  const wanted = param === undefined ? 1 : 2;
  if (args.length === 0) {
    return report(parser, span, 'no arguments for aggregate expression provided');
  }
  if (experimental && parser.options.features?.includes(FLAG) !== true) {
    const remedy = `must be enabled with --enable-feature=${FLAG}`;
    report(parser, span, `${operator}() is experimental and ${remedy}`);
  }
  const [first, second] = args;
  if (args.length !== wanted || first === undefined) {
    const counts = `expected ${wanted}, got ${args.length}`;
    const message = `wrong number of arguments for aggregate expression provided, ${counts}`;
    return report(parser, span, message);
  }
  return second === undefined ? [undefined, first] : [first, second];
}

function parseArguments(parser: Parser): readonly Expr[] | undefined {
  take(parser);
  if (accept(parser, ')') !== undefined) return [];
  const first = parseExpr(parser);
  if (first === undefined) return undefined;
  const args = [first];
  for (let comma = accept(parser, ','); comma !== undefined; comma = accept(parser, ',')) {
    if (!startsExpr(peek(parser))) {
      report(parser, comma, 'trailing commas not allowed in function call args');
      continue;
    }
    const arg = parseExpr(parser);
    if (arg === undefined) return undefined;
    args.push(arg);
  }
  return accept(parser, ')') === undefined ? unexpected(parser) : args;
}
