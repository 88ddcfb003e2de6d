import {aggregateHead, binaryOperator} from './print-parts';
import {piecesOf, printPromql, subquerySuffix} from './print';
import {walkPromql} from './walk';
import type {Expr} from './ast';

export type FormatOptions = {
  /** Longest line before an expression is broken up; 100 as in Prometheus. */
  readonly width?: number | undefined;
};

/** A sum of thousands of terms is a tree as deep; its lines stop moving right here. */
const MAX_INDENT = 40;

type Step =
  | string
  | {
      readonly expr: Expr;
      readonly level: number;
      /** A sign in front of it. */ readonly sign?: string;
    };

/** The expression on as many lines as it needs, laid out as Prometheus does. */
export function formatPromql(root: Expr, {width = 100}: FormatOptions = {}): string {
  const lengths = measure(root);
  const pending: Step[] = [{expr: root, level: 0}];
  const parts: string[] = [];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if (typeof step === 'string') {
      parts.push(step);
      continue;
    }
    const {expr, level, sign = ''} = step;
    const fits = (lengths.get(expr) ?? 0) <= width;
    const steps = fits ? undefined : breakUp(expr, level, sign);
    if (steps === undefined) parts.push(indent(level), sign, printPromql(expr));
    else for (const inner of steps.toReversed()) pending.push(inner);
  }
  return parts.join('');
}

/** Lengths of the expressions when printed on one line. */
function measure(root: Expr): ReadonlyMap<Expr, number> {
  const lengths = new Map<Expr, number>();
  walkPromql(root, {
    leave(expr) {
      let length = 0;
      for (const piece of piecesOf(expr)) {
        length += typeof piece === 'string' ? piece.length : (lengths.get(piece) ?? 0);
      }
      lengths.set(expr, length);
    },
  });
  return lengths;
}

/** The parts of an expression that is too long for one line; undefined when it has none. */
function breakUp(expr: Expr, level: number, sign: string): readonly Step[] | undefined {
  const inner = level + 1;
  switch (expr.kind) {
    case 'aggregate': {
      const args = [expr.param, expr.expr].filter(arg => arg !== undefined);
      return enclose(`${sign}${aggregateHead(expr)}`, args, level);
    }
    case 'binary':
      return [
        {expr: expr.left, level: inner, sign},
        `\n${indent(level)}${binaryOperator(expr)}\n`,
        {expr: expr.right, level: inner},
      ];
    case 'call':
      return expr.args.length === 0 ? undefined : enclose(`${sign}${expr.name}`, expr.args, level);
    case 'paren':
      return enclose(sign, [expr.expr], level);
    case 'subquery':
      return [{expr: expr.expr, level, sign}, subquerySuffix(expr)];
    case 'unary':
      return [{expr: expr.expr, level, sign: `${sign}${expr.operator}`}];
    default:
      return undefined;
  }
}

function enclose(head: string, args: readonly Expr[], level: number): readonly Step[] {
  const lines = args.flatMap(arg => [',\n', {expr: arg, level: level + 1}] as const).slice(1);
  return [`${indent(level)}${head}(\n`, ...lines, `\n${indent(level)})`];
}

function indent(level: number): string {
  return '  '.repeat(Math.min(level, MAX_INDENT));
}
