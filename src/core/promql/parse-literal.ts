import {readDuration} from './duration';
import {readNumber} from './number';
import {accept, peek, report, reportNewer, take} from './parser';
import type {NumberLiteral} from './ast';
import type {NumberReading} from './number';
import type {Parser} from './parser';
import type {Token} from './token';

/** A number or a duration with or without a sign; undefined without a report where there is none. */
export function parseSigned(parser: Parser): number | undefined {
  const sign = accept(parser, '-') ?? accept(parser, '+');
  const {kind} = peek(parser);
  if (kind !== 'number' && kind !== 'duration') return undefined;
  const {value} = kind === 'number' ? parseNumberLiteral(parser) : parseSeconds(parser);
  return sign?.kind === '-' ? -value : value;
}

/** A duration where a number is expected. */
export function parseSeconds(parser: Parser): NumberLiteral {
  reportNewer(parser, peek(parser), 'a duration as a number');
  return parseDurationLiteral(parser);
}

export function parseNumberLiteral(parser: Parser): NumberLiteral {
  const token = take(parser);
  if (token.text.includes('_')) reportNewer(parser, token, 'a number with underscores');
  return literal(parser, token, readNumber(token.text));
}

/** The value is in seconds. */
export function parseDurationLiteral(parser: Parser): NumberLiteral {
  const token = take(parser);
  return {...literal(parser, token, readDuration(token.text)), duration: true};
}

function literal(parser: Parser, token: Token, reading: NumberReading): NumberLiteral {
  if (reading.kind === 'error') report(parser, token, reading.message);
  // Not zero: that would be wrong once more where a duration must be positive.
  const value = reading.kind === 'value' ? reading.value : Number.NaN;
  return {
    kind: 'number',
    type: 'scalar',
    value,
    duration: false,
    start: token.start,
    end: token.end,
  };
}
