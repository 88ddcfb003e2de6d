import {aggregationOf} from './aggregations';
import {checkBinary} from './check-binary';
import {checkCall} from './check-call';
import {quotePromqlString} from './go-quote';
import {matchesEmpty} from './regex';
import type {Expr, Matcher, PromqlError, Span, ValueType, VectorSelector} from './ast';

type Step = Expr | (() => void);

/** Where a check leaves its findings and what is still to be checked. */
export type Checks = {
  readonly report: (span: Span, message: string) => void;
  /** Runs the steps next, before what was scheduled earlier, each with all that it schedules. */
  readonly schedule: (steps: readonly Step[]) => void;
};

const DOCUMENTED: Readonly<Record<ValueType, string>> = {
  scalar: 'scalar',
  string: 'string',
  vector: 'instant vector',
  matrix: 'range vector',
};

/** The type errors of the whole tree, in the order in which Prometheus finds them. */
export function checkTypes(root: Expr): readonly PromqlError[] {
  const errors: PromqlError[] = [];
  const steps: Step[] = [root];
  const checks: Checks = {
    report: ({start, end}, message) => errors.push({message, start, end}),
    schedule(next) {
      // Not by spreading: a call may have more arguments than a call of ours may.
      for (const step of next.toReversed()) steps.push(step);
    },
  };
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') step();
    else check(checks, step);
  }
  return errors;
}

export function documented(type: ValueType): string {
  return DOCUMENTED[type];
}

function check(checks: Checks, expr: Expr): void {
  switch (expr.kind) {
    case 'aggregate':
      return checkAggregate(checks, expr);
    case 'binary':
      return checkBinary(checks, expr);
    case 'call':
      return checkCall(checks, expr);
    case 'paren':
      return checks.schedule([expr.expr]);
    case 'unary':
      return checkUnary(checks, expr);
    case 'subquery':
      return checkSubquery(checks, expr);
    case 'matrixSelector':
      return checkSelector(checks, expr.selector);
    case 'vectorSelector':
      return checkSelector(checks, expr);
    default:
      return undefined;
  }
}

type Of<Kind extends Expr['kind']> = Extract<Expr, {kind: Kind}>;

function checkAggregate(checks: Checks, {operator, expr, param}: Of<'aggregate'>): void {
  const {param: wanted} = aggregationOf(operator);
  if (param !== undefined && wanted !== undefined) {
    checks.schedule([param, () => expect(checks, param, wanted, 'aggregation parameter')]);
  }
  checks.schedule([expr, () => expect(checks, expr, 'vector', 'aggregation expression')]);
}

function expect({report}: Checks, expr: Expr, wanted: ValueType, context: string): void {
  if (expr.type === wanted) return;
  report(expr, `expected type ${documented(wanted)} in ${context}, got ${documented(expr.type)}`);
}

function checkUnary({schedule, report}: Checks, unary: Of<'unary'>): void {
  const {expr} = unary;
  const complain = () => {
    const {type} = expr;
    if (type === 'scalar' || type === 'vector') return;
    const allowed = 'only allowed on expressions of type scalar or instant vector';
    report(unary, `unary expression ${allowed}, got ${quotePromqlString(documented(type))}`);
  };
  schedule([expr, complain]);
}

function checkSubquery({schedule, report}: Checks, subquery: Of<'subquery'>): void {
  const {expr} = subquery;
  const complain = () => {
    const {type} = expr;
    if (type === 'vector') return;
    report(subquery, `subquery is only allowed on instant vector, got ${type} instead`);
  };
  schedule([expr, complain]);
}

function checkSelector({report}: Checks, selector: VectorSelector): void {
  const {name, matchers} = selector;
  if (name === undefined) {
    if (matchers.some(matcher => !acceptsEmpty(matcher))) return;
    report(selector, 'vector selector must contain at least one non-empty matcher');
    return;
  }
  for (const {name: label, value} of matchers) {
    if (label !== '__name__') continue;
    const names = `${quotePromqlString(name)} or ${quotePromqlString(value)}`;
    report(selector, `metric name must not be set twice: ${names}`);
  }
}

function acceptsEmpty({operator, value}: Matcher): boolean {
  switch (operator) {
    case '=':
      return value === '';
    case '!=':
      return value !== '';
    case '=~':
      return matchesEmpty(value);
    case '!~':
      return !matchesEmpty(value);
  }
}
