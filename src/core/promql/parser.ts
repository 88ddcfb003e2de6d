import {createLexer, nextToken} from './lex';
import {describeToken} from './token';
import {syntaxError} from './version';
import type {PromqlError, Span} from './ast';
import type {Lexer} from './lex';
import type {Token} from './token';
import type {PromqlOptions, PromqlSyntax} from './version';

/**
 * The state of one parse. A part that cannot be parsed, or that no tree could hold, has been
 * reported and is `undefined`; whoever asked for it gives up too.
 */
export type Parser = {
  readonly text: string;
  readonly options: PromqlOptions;
  readonly lexer: Lexer;
  readonly errors: PromqlError[];
  lookahead: Token | undefined;
  /** End of the last token that was taken. */
  end: number;
  depth: number;
  /** How many aggregations are open; an unexpected token is then told to be in one. */
  aggregations: number;
  /** Nothing is reported after the first error of syntax: the rest would only echo it. */
  failed: boolean;
};

/** Deep enough for any query, shallow enough for whoever walks the tree by recursion. */
const MAX_DEPTH = 256;

export function createParser(text: string, options: PromqlOptions): Parser {
  return {
    text,
    options,
    lexer: createLexer(text),
    errors: [],
    lookahead: undefined,
    end: 0,
    depth: 0,
    aggregations: 0,
    failed: false,
  };
}

/**
 * The next token. It is read no earlier than this is called: the lexer's complaint then stands
 * after those about the text before it, as in Prometheus.
 */
export function peek(parser: Parser): Token {
  if (parser.lookahead !== undefined) return parser.lookahead;
  const token = nextToken(parser.lexer);
  parser.lookahead = token;
  if (token.kind === 'error') {
    report(parser, token, token.message ?? '');
    parser.failed = true;
  }
  return token;
}

export function take(parser: Parser): Token {
  const token = peek(parser);
  if (token.kind === 'error' || token.kind === 'eof') return token;
  parser.lookahead = undefined;
  parser.end = token.end;
  return token;
}

export function accept(parser: Parser, kind: string): Token | undefined {
  return peek(parser).kind === kind ? take(parser) : undefined;
}

export function report(parser: Parser, {start, end}: Span, message: string): undefined {
  if (!parser.failed) parser.errors.push({message, start, end});
  return undefined;
}

/** Reports syntax that is newer than the target. */
export function reportNewer(parser: Parser, span: Span, syntax: PromqlSyntax): void {
  const message = syntaxError(syntax, parser.options.target);
  if (message !== undefined) report(parser, span, message);
}

/** Reports the next token as unexpected, in the words of Prometheus. */
export function unexpected(parser: Parser, context = '', expected = ''): undefined {
  const token = peek(parser);
  const inside = context === '' && parser.aggregations > 0 ? 'aggregation' : context;
  const place = inside === '' ? '' : ` in ${inside}`;
  const wish = expected === '' ? '' : `, expected ${expected}`;
  report(parser, token, `unexpected ${describeToken(token)}${place}${wish}`);
  parser.failed = true;
  return undefined;
}

/** Guards recursion: reports and fails where `parse` would go too deep. */
export function nested<Part>(parser: Parser, parse: () => Part | undefined): Part | undefined {
  if (parser.depth >= MAX_DEPTH) {
    report(parser, peek(parser), `expression is nested more than ${MAX_DEPTH} levels deep`);
    parser.failed = true;
    return undefined;
  }
  const {depth} = parser;
  parser.depth = depth + 1;
  const part = parse();
  parser.depth = depth;
  return part;
}
