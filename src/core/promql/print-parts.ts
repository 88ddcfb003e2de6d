import {printDuration} from './duration';
import {quotePromqlString} from './go-quote';
import {printFixed, printNumber} from './number';
import {isLabelWord} from './token';
import type {
  Aggregate,
  Binary,
  Duration,
  LabelName,
  Matching,
  Matcher,
  TimeModifiers,
  VectorSelector,
} from './ast';

/** `sum by (a) `, without the parenthesis. */
export function aggregateHead({operator, grouping}: Aggregate): string {
  if (grouping === undefined) return operator;
  // An empty `by ()` is the default and is left out, an empty `without ()` is not.
  if (grouping.kind === 'by' && grouping.labels.length === 0) return operator;
  return `${operator} ${grouping.kind} (${printLabels(grouping.labels)}) `;
}

/** The operator with its modifiers. */
export function binaryOperator({operator, bool, matching, fill}: Binary): string {
  let text: string = operator;
  if (bool) text += ' bool';
  if (matching !== undefined) text += printMatching(matching);
  if (fill === undefined) return text;
  const {left, right} = fill;
  if (left === right && left !== undefined) return `${text} fill (${printNumber(left)})`;
  if (left !== undefined) text += ` fill_left (${printNumber(left)})`;
  return right === undefined ? text : `${text} fill_right (${printNumber(right)})`;
}

/** An empty `ignoring ()` is the default, unless a group hangs on it. */
function printMatching({kind, labels, group}: Matching): string {
  if (kind === 'ignoring' && labels.length === 0 && group === undefined) return '';
  const text = ` ${kind} (${printLabels(labels)})`;
  return group === undefined ? text : `${text} group_${group.side} (${printLabels(group.labels)})`;
}

/** The name and the braces, without what follows them. */
export function selectorText({name = '', matchers}: VectorSelector): string {
  const labels = matchers.map(printMatcher).sort();
  if (labels.length === 0) return name === '' ? '{}' : name;
  return `${name}{${labels.join(',')}}`;
}

function printMatcher({name, operator, value}: Matcher): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
  return `${plain ? name : quotePromqlString(name)}${operator}${quotePromqlString(value)}`;
}

export function timeSuffix({at, offset}: TimeModifiers): string {
  let text = '';
  if (at?.kind === 'timestamp') text += ` @ ${printFixed(at.seconds, 3)}`;
  else if (at !== undefined) text += ` @ ${at.kind}()`;
  const moved = offset?.kind === 'durationLiteral' ? offset.seconds !== 0 : offset !== undefined;
  return offset !== undefined && moved ? `${text} offset ${printDurationExpr(offset)}` : text;
}

/** A duration by itself has a unit, however it was written. */
export function printDurationExpr(duration: Duration): string {
  if (duration.kind === 'durationLiteral') return printDuration(duration.seconds);
  return printOperand(duration);
}

function printOperand(duration: Duration): string {
  switch (duration.kind) {
    case 'durationLiteral':
      return duration.number ? printNumber(duration.seconds) : printDuration(duration.seconds);
    case 'durationUnary':
      return `${duration.operator}${printOperand(duration.operand)}`;
    case 'durationBinary': {
      const {left, operator, right} = duration;
      return `${printOperand(left)} ${operator} ${printOperand(right)}`;
    }
    case 'durationParen':
      return `(${printOperand(duration.inner)})`;
    case 'durationCall':
      return `${duration.name}(${duration.args.map(printOperand).join(', ')})`;
  }
}

function printLabels(labels: readonly LabelName[]): string {
  return labels.map(printLabel).join(', ');
}

/** Words that the grammar does not take as a label are quoted, as are names of other characters. */
function printLabel({name}: LabelName): string {
  const plain = /^[A-Za-z_:][A-Za-z0-9_:]*$/.test(name);
  return plain && isLabelWord(name) ? name : quotePromqlString(name);
}
