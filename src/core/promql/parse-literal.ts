import {readDuration} from './duration';
import {readNumber} from './number';
import {report, take} from './parser';
import type {NumberLiteral} from './ast';
import type {NumberReading} from './number';
import type {Parser} from './parser';
import type {Token} from './token';

export function parseNumberLiteral(parser: Parser): NumberLiteral {
  const token = take(parser);
  return literal(parser, token, readNumber(token.text));
}

/** A duration where a number may stand is its seconds. */
export function parseDurationLiteral(parser: Parser): NumberLiteral {
  const token = take(parser);
  return {...literal(parser, token, readDuration(token.text)), duration: true};
}

function literal(parser: Parser, token: Token, reading: NumberReading): NumberLiteral {
  if (reading.kind === 'error') report(parser, token, reading.message);
  const value = reading.kind === 'value' ? reading.value : 0;
  return {
    kind: 'number',
    type: 'scalar',
    value,
    duration: false,
    start: token.start,
    end: token.end,
  };
}
