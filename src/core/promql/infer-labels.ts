import {unwrap} from './constant';
import {
  ANY_LABELS,
  NO_LABELS,
  agreementOf,
  eitherOf,
  isAbsent,
  isThere,
  labelState,
  makeLabels,
  withStates,
} from './label-set';
import {matchesEmpty} from './regex';
import {walkPromql} from './walk';
import type {Aggregate, Binary, Call, Expr, Matcher, Matching, VectorSelector} from './ast';
import type {LabelSet, LabelState} from './label-set';

export type LabelKnowledge = {
  /** Every label that the series of a selector can have; undefined if nobody knows. */
  readonly labelsOf?: (selector: VectorSelector) => readonly string[] | undefined;
};

/**
 * The labels of each vector in the tree, as far as the expression tells them: what matchers demand,
 * aggregations drop and matches keep.
 */
export function inferLabels(root: Expr, knowledge: LabelKnowledge = {}): (expr: Expr) => LabelSet {
  const known = new Map<Expr, LabelSet>();
  const labelsOf = (expr: Expr) => known.get(expr) ?? ANY_LABELS;
  walkPromql(root, {
    leave: expr => {
      known.set(expr, inferOne(expr, labelsOf, knowledge));
    },
  });
  return labelsOf;
}

/** Labels that a federation adds to all series or to none, so that grouping by them proves nothing. */
const OPTIONAL = new Set([
  'cluster',
  'cluster_id',
  'cluster_name',
  'datacenter',
  'dc',
  'env',
  'environment',
  'prometheus',
  'prometheus_replica',
  'region',
  'replica',
  'shard',
  'site',
  'stage',
  'tenant',
  'tenant_id',
  'zone',
]);

type LabelsOf = (expr: Expr) => LabelSet;

function inferOne(expr: Expr, labelsOf: LabelsOf, knowledge: LabelKnowledge): LabelSet {
  switch (expr.kind) {
    case 'vectorSelector':
      return selectorLabels(expr, knowledge);
    case 'matrixSelector':
      return labelsOf(expr.selector);
    case 'paren':
    case 'subquery':
    case 'unary':
      return labelsOf(expr.expr);
    case 'aggregate':
      return aggregateLabels(expr, labelsOf(expr.expr));
    case 'binary':
      return binaryLabels(expr, labelsOf);
    case 'call':
      return callLabels(expr, labelsOf);
    default:
      return NO_LABELS;
  }
}

function selectorLabels(selector: VectorSelector, {labelsOf}: LabelKnowledge): LabelSet {
  const own = labelsOf?.(selector);
  const catalogue =
    own === undefined
      ? ANY_LABELS
      : makeLabels('missing', [
          ...[...OPTIONAL].map(label => [label, 'unknown'] as const),
          ...own.map(label => [label, 'expected'] as const),
        ]);
  const states = selector.matchers.map(
    matcher => [matcher.name, matcherState(matcher, labelState(catalogue, matcher.name))] as const,
  );
  const values = selector.matchers.flatMap(({name, operator, value}) =>
    operator === '=' && value !== '' && !isVariable(value) ? [[name, value] as const] : [],
  );
  return makeLabels(
    catalogue.rest,
    [...catalogue.states, ...states, ['__name__', 'unknown']],
    values,
  );
}

/** A value that a dashboard or a runbook puts in may be empty. */
function isVariable(value: string): boolean {
  return /[$<{[]/.test(value);
}

function matcherState({operator, value}: Matcher, otherwise: LabelState): LabelState {
  if (isVariable(value) && operator !== '=~' && operator !== '!~') return otherwise;
  switch (operator) {
    case '=':
      return value === '' ? 'empty' : 'present';
    case '!=':
      return value === '' ? 'present' : otherwise;
    case '=~':
      return value.includes('$') || matchesEmpty(value) ? otherwise : 'present';
    case '!~':
      return !value.includes('$') && matchesEmpty(value) ? 'present' : otherwise;
  }
}

const SELECTING = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function aggregateLabels({operator, grouping, param}: Aggregate, input: LabelSet): LabelSet {
  if (SELECTING.has(operator)) return input;
  const grouped =
    grouping?.kind === 'without'
      ? withStates(input, [
          ...grouping.labels.map(({name}) => [name, dropped(labelState(input, name))] as const),
          ['__name__', 'none'],
        ])
      : groupedBy(grouping?.labels.map(({name}) => name) ?? [], input);
  return operator === 'count_values' && param?.kind === 'string'
    ? withStates(grouped, [[param.value, 'present']])
    : grouped;
}

function groupedBy(names: readonly string[], input: LabelSet): LabelSet {
  return makeLabels(
    input.rest === 'none' ? 'none' : 'gone',
    names.map(name => [name, expected(name, labelState(input, name))] as const),
    [...input.values].filter(([label]) => names.includes(label)),
  );
}

function expected(label: string, state: LabelState): LabelState {
  return state === 'unknown' && !OPTIONAL.has(label) ? 'expected' : state;
}

function dropped(state: LabelState): LabelState {
  return isAbsent(state) ? state : 'gone';
}

function binaryLabels({operator, matching, fill, left, right}: Binary, of: LabelsOf): LabelSet {
  if (left.type !== 'vector') return of(right);
  if (right.type !== 'vector' || operator === 'and' || operator === 'unless') return of(left);
  if (operator === 'or') return eitherOf(of(left), of(right));
  if (fill !== undefined) return ANY_LABELS;
  if (matching?.group !== undefined) return groupedMatch(matching.group, of(left), of(right));
  const agreed = agreementOf(of(left), of(right));
  return matching === undefined ? agreed : matchedLabels(matching, agreed);
}

function matchedLabels({kind, labels}: Matching, agreed: LabelSet): LabelSet {
  if (kind === 'ignoring') {
    return withStates(
      agreed,
      labels.map(({name}) => [name, dropped(labelState(agreed, name))] as const),
    );
  }
  const names = new Set(labels.map(({name}) => name));
  return makeLabels(
    'gone',
    [...names].map(name => [name, expected(name, labelState(agreed, name))] as const),
    [...agreed.values].filter(([label]) => names.has(label)),
  );
}

function groupedMatch(
  {side, labels}: NonNullable<Matching['group']>,
  left: LabelSet,
  right: LabelSet,
): LabelSet {
  const [many, one] = side === 'left' ? [left, right] : [right, left];
  return withStates(
    many,
    labels.map(({name}) => [name, expected(name, labelState(one, name))] as const),
  );
}

function callLabels(call: Call, of: LabelsOf): LabelSet {
  const {name, args} = call;
  if (name === 'absent' || name === 'absent_over_time') return absentLabels(call);
  const vector = args.find(({type}) => type === 'vector' || type === 'matrix');
  if (call.fn === undefined) return ANY_LABELS;
  if (vector === undefined) return NO_LABELS;
  const input = of(vector);
  const nameless = withStates(input, [['__name__', 'unknown']]);
  switch (name) {
    case 'label_replace':
    case 'label_join':
      return withLabel(args[1], nameless);
    case 'histogram_quantile':
    case 'histogram_fraction':
      return withStates(nameless, [['le', dropped(labelState(input, 'le'))]]);
    case 'histogram_quantiles':
    case 'info':
      return makeLabels(
        'unknown',
        [...input.states].filter(([, state]) => isThere(state)),
        input.values,
      );
    default:
      return nameless;
  }
}

function withLabel(label: Expr | undefined, input: LabelSet): LabelSet {
  return label?.kind === 'string' ? withStates(input, [[label.value, 'unknown']]) : ANY_LABELS;
}

/** The labels that a selector fixes by `=`; of a parenthesized one that depends on the version. */
function absentLabels({args: [arg]}: Call): LabelSet {
  if (arg === undefined || arg.kind === 'paren') return ANY_LABELS;
  const inner = unwrap(arg);
  const selector = inner.kind === 'matrixSelector' ? inner.selector : inner;
  if (selector.kind !== 'vectorSelector') return NO_LABELS;
  const fixed = selector.matchers.filter(({operator}) => operator === '=');
  return makeLabels(
    'none',
    fixed.map(({name}) => [name, 'unknown'] as const),
  );
}
