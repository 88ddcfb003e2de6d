import type {PromqlFunction} from './functions';
import type {AggregationName} from './aggregations';

/** Half-open range of UTF-16 offsets into the text that was parsed. */
export type Span = {readonly start: number; readonly end: number};

export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

type Node<Kind extends string> = Span & {
  readonly kind: Kind;
  /** What the expression evaluates to, as far as the grammar knows. */
  readonly type: ValueType;
};

/** A label in `by (…)`, `on (…)` and the like; `name` is without quotes. */
export type LabelName = Span & {readonly name: string};

export type MatcherOperator = '=' | '!=' | '=~' | '!~';

/** `name` and `value` are unquoted; a bare `{"metric"}` is a matcher of `__name__`. */
export type Matcher = Span & {
  readonly name: string;
  readonly operator: MatcherOperator;
  readonly value: string;
  readonly nameSpan: Span;
  /** The literal with its quotes. */
  readonly valueSpan: Span;
};

/** `seconds` may be negative after `offset`; `number` says that it was written without a unit. */
export type DurationLiteral = Span & {
  readonly kind: 'durationLiteral';
  readonly seconds: number;
  readonly number: boolean;
};

export type DurationOperator = '+' | '-' | '*' | '/' | '%' | '^';

/** Arithmetic on durations has been on by default since Prometheus 3.14. */
export type Duration =
  | DurationLiteral
  | (Span & {
      readonly kind: 'durationUnary';
      readonly operator: '+' | '-';
      readonly operand: Duration;
    })
  | (Span & {
      readonly kind: 'durationBinary';
      readonly operator: DurationOperator;
      readonly left: Duration;
      readonly right: Duration;
    })
  | (Span & {readonly kind: 'durationParen'; readonly inner: Duration})
  | (Span & {
      readonly kind: 'durationCall';
      readonly name: string;
      readonly args: readonly Duration[];
    });

/** The `@` modifier; `seconds` is a Unix time. */
export type At =
  {readonly kind: 'timestamp'; readonly seconds: number} | {readonly kind: 'start' | 'end'};

export type TimeModifiers = {readonly offset: Duration | undefined; readonly at: At | undefined};

export type VectorSelector = Node<'vectorSelector'> &
  TimeModifiers & {
    /** The metric name in front of the braces. */
    readonly name: string | undefined;
    readonly matchers: readonly Matcher[];
    readonly edge: 'anchored' | 'smoothed' | undefined;
  };

/** `foo[5m]`; time modifiers after the bracket belong to `selector`. */
export type MatrixSelector = Node<'matrixSelector'> & {
  readonly selector: VectorSelector;
  readonly range: Duration;
};

export type Subquery = Node<'subquery'> &
  TimeModifiers & {
    readonly expr: Expr;
    readonly range: Duration;
    /** Undefined means the default evaluation interval of the server. */
    readonly step: Duration | undefined;
  };

export type Grouping = Span & {
  readonly kind: 'by' | 'without';
  readonly labels: readonly LabelName[];
};

export type Aggregate = Node<'aggregate'> & {
  readonly operator: AggregationName;
  readonly grouping: Grouping | undefined;
  readonly param: Expr | undefined;
  readonly expr: Expr;
};

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2';
export type ComparisonOperator = '==' | '!=' | '>' | '<' | '>=' | '<=';
export type SetOperator = 'and' | 'or' | 'unless';
/** Trim operators cut the observations of native histograms. */
export type TrimOperator = '</' | '>/';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | SetOperator | TrimOperator;

export type Matching = {
  readonly kind: 'on' | 'ignoring';
  readonly labels: readonly LabelName[];
  readonly group:
    {readonly side: 'left' | 'right'; readonly labels: readonly LabelName[]} | undefined;
};

export type Fill = {readonly left: number | undefined; readonly right: number | undefined};

export type Binary = Node<'binary'> & {
  readonly operator: BinaryOperator;
  /** The operator with its modifiers. */
  readonly operatorSpan: Span;
  readonly bool: boolean;
  readonly matching: Matching | undefined;
  readonly fill: Fill | undefined;
  readonly left: Expr;
  readonly right: Expr;
};

export type Call = Node<'call'> & {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined when no function of that name is known. */
  readonly fn: PromqlFunction | undefined;
  readonly args: readonly Expr[];
};

export type Unary = Node<'unary'> & {readonly operator: '+' | '-'; readonly expr: Expr};
export type Paren = Node<'paren'> & {readonly expr: Expr};
/** `duration` says that it was written as one, such as `5m`; the value is then in seconds. */
export type NumberLiteral = Node<'number'> & {readonly value: number; readonly duration: boolean};
export type StringLiteral = Node<'string'> & {readonly value: string};

export type Expr =
  | Aggregate
  | Binary
  | Call
  | MatrixSelector
  | NumberLiteral
  | Paren
  | StringLiteral
  | Subquery
  | Unary
  | VectorSelector;

export type PromqlError = Span & {readonly message: string};

export function typeOf(expr: Expr): ValueType {
  return expr.type;
}
