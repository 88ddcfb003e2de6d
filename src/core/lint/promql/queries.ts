import type {Block} from '../../document';
import {parsePromql, splitPromql} from '../../promql';
import type {PromqlFeature} from '../../promql';
import {blankForeign, foreignText} from './foreign-text';
import type {QueryNode, Range} from '../node';
import {isLogQl} from './other-language';
import {fillQuery} from './promql-placeholders';
import type {Target} from '../workspace';

/** Who writes an experimental function has a server that knows it. */
const FEATURES: readonly PromqlFeature[] = [
  'promql-experimental-functions',
  'promql-duration-expr',
  'promql-extended-range-selectors',
  'promql-binop-fill-modifiers',
];

export type FoundQuery = Pick<QueryNode, 'text' | 'origin' | 'place'> & {
  readonly filled?: readonly Range[];
};

/** One expression with places in the file. */
export function queryNode({filled = [], ...query}: FoundQuery, target: Target): QueryNode {
  const options = {target: target.prometheus, features: FEATURES};
  return {kind: 'query', ...query, filled, ...parsePromql(query.text, options)};
}

/**
 * The expressions of a `promql` block. A tagged one runs as it stands; another may hold the
 * variables of a dashboard, and one with an ellipsis is complete for nobody.
 */
export function blockQueries(
  {text, place, step}: Pick<Block, 'text' | 'place' | 'step'>,
  target: Target,
): readonly QueryNode[] {
  const foreign = foreignText(text);
  const own = blankForeign(text, foreign);
  const isElided = foreign.some(({kind}) => kind === 'ellipsis');
  const asWritten = {text: own, filled: [], uncertain: false};
  const query = step === undefined ? fillQuery(own) : asWritten;
  const nodes = splitPromql(query.text).map(({text: expression, start, end}) =>
    queryNode(
      {
        text: expression,
        origin: step === undefined ? 'block' : 'step',
        filled: rangesWithin(query.filled, {start, end}),
        place: (from, to) => place(start + from, start + to),
      },
      target,
    ),
  );
  return query.uncertain || isElided ? nodes.map(withoutErrors) : nodes;
}

/**
 * One expression outside of a block, with the variables that its surroundings put in. Whoever writes
 * `promql` on a fence means Prometheus; elsewhere the query may be one of Loki.
 */
export function filledQuery(query: FoundQuery, target: Target): QueryNode {
  if (isLogQl(query.text)) return unread(query);
  const {text, filled, uncertain} = fillQuery(query.text);
  const node = queryNode({...query, text, filled}, target);
  return uncertain ? withoutErrors(node) : node;
}

/** The expression of a rule file; files of Loki's ruler have the same shape. */
export function ruleQuery(query: Pick<QueryNode, 'text' | 'place'>, target: Target): QueryNode {
  const rule = {...query, origin: 'rule'} as const;
  return isLogQl(query.text) ? unread(rule) : queryNode(rule, target);
}

function unread(query: FoundQuery): QueryNode {
  return {kind: 'query', ...query, filled: [], expr: undefined, errors: []};
}

function withoutErrors(query: QueryNode): QueryNode {
  return {...query, errors: []};
}

function rangesWithin(ranges: readonly Range[], part: Range): readonly Range[] {
  return ranges
    .filter(({start, end}) => part.start < end && start < part.end)
    .map(({start, end}) => ({start: start - part.start, end: end - part.start}));
}
