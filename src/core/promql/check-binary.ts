import {quotePromqlString} from './go-quote';
import type {Binary, Expr} from './ast';
import type {Checks} from './check-types';

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '>', '<', '>=', '<=']);
const SET_OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'unless']);

export function checkBinary(checks: Checks, binary: Binary): void {
  const {left, right} = binary;
  const checkItself = () => {
    checkModifiers(checks, binary);
    checkOperand(checks, left);
    checkOperand(checks, right);
    checkMatching(checks, binary);
  };
  checks.schedule([left, right, checkItself]);
}

function checkModifiers({report}: Checks, binary: Binary): void {
  const {operator, operatorSpan, bool, matching, left, right} = binary;
  const comparison = COMPARISONS.has(operator);
  if (bool && !comparison) {
    report(operatorSpan, 'bool modifier can only be used on comparison operators');
  }
  if (comparison && !bool && left.type === 'scalar' && right.type === 'scalar') {
    report(operatorSpan, 'comparisons between scalars must use BOOL modifier');
  }
  if (matching?.kind !== 'on') return;
  const included = new Set(matching.group?.labels.map(({name}) => name));
  for (const label of matching.labels.filter(({name}) => included.has(name))) {
    const quoted = quotePromqlString(label.name);
    report(operatorSpan, `label ${quoted} must not occur in ON and GROUP clause at once`);
  }
}

function checkOperand({report}: Checks, operand: Expr): void {
  if (operand.type === 'scalar' || operand.type === 'vector') return;
  report(operand, 'binary expression must contain only scalar and instant vector types');
}

function checkMatching({report}: Checks, binary: Binary): void {
  const {operator, matching, fill, left, right} = binary;
  const set = SET_OPERATORS.has(operator);
  const quoted = quotePromqlString(operator);
  if (left.type !== 'vector' || right.type !== 'vector') {
    if (matching !== undefined && matching.labels.length > 0) {
      report(binary, 'vector matching only allowed between instant vectors');
    }
    if (fill !== undefined) {
      report(binary, 'filling in missing series only allowed between instant vectors');
    }
    if (set && (left.type === 'scalar' || right.type === 'scalar')) {
      report(binary, `set operator ${quoted} not allowed in binary scalar expression`);
    }
    return;
  }
  if (!set) return;
  if (matching?.group !== undefined) report(binary, `no grouping allowed for ${quoted} operation`);
  if (fill !== undefined) report(binary, 'filling in missing series not allowed for set operators');
}
