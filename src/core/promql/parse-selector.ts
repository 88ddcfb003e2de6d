import {regexError} from './regex';
import {accept, peek, report, reportNewer, take, unexpected} from './parser';
import {unquote} from './string-literal';
import type {Matcher, MatcherOperator, VectorSelector} from './ast';
import type {Parser} from './parser';
import type {Token} from './token';

const OPERATORS: readonly string[] = ['=', '!=', '=~', '!~'] satisfies readonly MatcherOperator[];
const METRIC_NAME = '__name__';

/** `name` has been taken; the braces are yet to come and may be absent after a name. */
export function parseSelector(parser: Parser, name: Token | undefined): VectorSelector | undefined {
  const start = name?.start ?? peek(parser).start;
  const matchers = peek(parser).kind === '{' ? parseMatchers(parser) : [];
  if (matchers === undefined) return undefined;
  return {
    kind: 'vectorSelector',
    type: 'vector',
    name: name?.text,
    matchers,
    offset: undefined,
    at: undefined,
    edge: undefined,
    start,
    end: parser.end,
  };
}

function parseMatchers(parser: Parser): readonly Matcher[] | undefined {
  take(parser);
  const matchers: Matcher[] = [];
  while (accept(parser, '}') === undefined) {
    const matcher = parseMatcher(parser);
    if (matcher === undefined) return undefined;
    matchers.push(matcher);
    if (accept(parser, ',') === undefined && peek(parser).kind !== '}') {
      return unexpected(parser, 'label matching', '"," or "}"');
    }
  }
  return matchers;
}

function parseMatcher(parser: Parser): Matcher | undefined {
  const label = accept(parser, 'identifier') ?? accept(parser, 'string');
  if (label === undefined) return unexpected(parser, 'label matching', 'identifier or "}"');
  const quoted = label.kind === 'string';
  if (quoted) reportNewer(parser, label, 'a quoted name');
  if (!OPERATORS.includes(peek(parser).kind)) {
    if (quoted) return matcher(METRIC_NAME, '=', label, label);
    return unexpected(parser, 'label matching', 'label matching operator');
  }
  const operator = take(parser).kind as MatcherOperator;
  const value = accept(parser, 'string');
  if (value === undefined) return unexpected(parser, 'label matching', 'string');
  const made = matcher(quoted ? unquote(label.text) : label.text, operator, label, value);
  const problem =
    operator === '=~' || operator === '!~'
      ? regexError(made.value, parser.options.target)
      : undefined;
  if (problem !== undefined) report(parser, made, problem);
  return made;
}

function matcher(name: string, operator: MatcherOperator, label: Token, literal: Token): Matcher {
  return {
    name,
    operator,
    value: unquote(literal.text),
    nameSpan: {start: label.start, end: label.end},
    valueSpan: {start: literal.start, end: literal.end},
    start: label.start,
    end: literal.end,
  };
}
