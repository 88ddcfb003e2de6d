import {parseLabels} from './parse-grouping';
import {parseSigned} from './parse-literal';
import {accept, peek, report, take, unexpected} from './parser';
import {startsExpr} from './token';
import {isBefore} from './version';
import type {Binary, Fill, LabelName, Matching} from './ast';
import type {Parser} from './parser';

type Modifiers = Pick<Binary, 'bool' | 'matching' | 'fill'>;

/** `bool`, `on (…)`, `group_left (…)` and `fill (…)` after a binary operator. */
export function parseBinaryModifiers(parser: Parser): Modifiers | undefined {
  const bool = accept(parser, 'bool') !== undefined;
  const on = accept(parser, 'on') ?? accept(parser, 'ignoring');
  const matching = on === undefined ? undefined : parseMatching(parser, on.kind);
  if (on !== undefined && matching === undefined) return undefined;
  if (!peek(parser).kind.startsWith('fill')) return {bool, matching, fill: undefined};
  const fill = parseFill(parser);
  return fill === undefined ? undefined : {bool, matching, fill};
}

function parseMatching(parser: Parser, word: string): Matching | undefined {
  const kind = word === 'on' ? 'on' : 'ignoring';
  const labels = parseLabels(parser);
  if (labels === undefined) return undefined;
  const group = accept(parser, 'group_left') ?? accept(parser, 'group_right');
  if (group === undefined) return {kind, labels, group: undefined};
  const included = parseIncluded(parser);
  if (included === undefined) return undefined;
  const side = group.kind === 'group_left' ? 'left' : 'right';
  return {kind, labels, group: {side, labels: included}};
}

/** The labels of `group_left` may be absent; what follows must then be able to start an operand. */
function parseIncluded(parser: Parser): readonly LabelName[] | undefined {
  const follower = peek(parser);
  const absent =
    follower.kind !== '(' && (startsExpr(follower) || follower.kind.startsWith('fill'));
  return absent ? [] : parseLabels(parser);
}

function parseFill(parser: Parser): Fill | undefined {
  const first = take(parser);
  const value = parseFillValue(parser);
  if (value === undefined) return undefined;
  if (!isEnabled(parser)) {
    report(parser, first, 'binop fill modifiers are experimental and not enabled');
  }
  if (first.kind === 'fill') return {left: value, right: value};
  const other = accept(parser, first.kind === 'fill_left' ? 'fill_right' : 'fill_left');
  const second = other === undefined ? undefined : parseFillValue(parser);
  if (other !== undefined && second === undefined) return undefined;
  return first.kind === 'fill_left' ? {left: value, right: second} : {left: second, right: value};
}

function isEnabled({options: {features, target}}: Parser): boolean {
  return !isBefore(target, '3.10') && features?.includes('promql-binop-fill-modifiers') === true;
}

function parseFillValue(parser: Parser): number | undefined {
  take(parser);
  const value = parseSigned(parser);
  return value === undefined || accept(parser, ')') === undefined ? unexpected(parser) : value;
}
