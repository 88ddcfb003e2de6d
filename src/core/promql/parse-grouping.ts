import {quotePromqlString} from './go-quote';
import {accept, peek, report, reportNewer, take, unexpected} from './parser';
import {unquote} from './string-literal';
import {isLabelName} from './token';
import type {LabelName} from './ast';
import type {Parser} from './parser';

const CONTEXT = 'grouping opts';

/** `(a, "b c",)` after `by`, `on` and the like. */
export function parseLabels(parser: Parser): readonly LabelName[] | undefined {
  if (accept(parser, '(') === undefined) return unexpected(parser, CONTEXT, '"("');
  const labels: LabelName[] = [];
  while (accept(parser, ')') === undefined) {
    const label = parseLabel(parser);
    if (label === undefined) return undefined;
    labels.push(label);
    if (accept(parser, ',') === undefined && peek(parser).kind !== ')') {
      return unexpected(parser, CONTEXT, '"," or ")"');
    }
  }
  return labels;
}

function parseLabel(parser: Parser): LabelName | undefined {
  const token = peek(parser);
  if (token.kind !== 'string' && !isLabelName(token)) return unexpected(parser, CONTEXT, 'label');
  take(parser);
  const name = token.kind === 'string' ? unquote(token.text) : token.text;
  if (token.kind === 'string') reportNewer(parser, token, 'a quoted name');
  else if (name.includes(':')) reportNewer(parser, token, 'a label with a colon');
  if (name === '') {
    report(parser, token, `invalid label name for grouping: ${quotePromqlString(name)}`);
  }
  return {name, start: token.start, end: token.end};
}
