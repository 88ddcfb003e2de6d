import type {ValueType} from './ast';

export type PromqlFunction = {
  readonly name: string;
  readonly args: readonly ValueType[];
  /** How many arguments may follow the required ones; the last of `args` counts as the first. */
  readonly variadic: number;
  readonly returns: ValueType;
  /** Needs `--enable-feature=promql-experimental-functions`. */
  readonly experimental: boolean;
  /** First version of Prometheus that has it, where that is known and later than 2.20. */
  readonly since?: string;
  /** First version that no longer has it. */
  readonly removed?: string;
  /** First version in which it is not experimental any more. */
  readonly stable?: string;
};

type Lifetime = Pick<PromqlFunction, 'since' | 'removed' | 'stable'>;

const ANY_NUMBER = Number.POSITIVE_INFINITY;

/** Signatures as `vector, scalar?`: `?` marks optional arguments, `*` any number of them. */
const STABLE = {
  'vector -> vector': [
    ['abs', 'absent', 'ceil', 'exp', 'floor', 'ln', 'log10', 'log2', 'sort', 'sort_desc', 'sqrt'],
    ['timestamp'],
  ],
  'matrix -> vector': [
    ['absent_over_time', 'avg_over_time', 'changes', 'count_over_time', 'delta', 'deriv', 'idelta'],
    ['increase', 'irate', 'max_over_time', 'min_over_time', 'rate', 'resets', 'stddev_over_time'],
    ['stdvar_over_time', 'sum_over_time'],
  ],
  'vector? -> vector': [
    [
      'day_of_month',
      'day_of_week',
      'day_of_year',
      'days_in_month',
      'hour',
      'minute',
      'month',
      'year',
    ],
  ],
  'vector, scalar -> vector': [['clamp_max', 'clamp_min']],
  'vector, scalar? -> vector': [['round']],
  'scalar, vector -> vector': [['histogram_quantile']],
  'scalar, matrix -> vector': [['quantile_over_time']],
  'matrix, scalar -> vector': [['predict_linear']],
  'vector, string, string, string, string -> vector': [['label_replace']],
  'vector, string, string, string* -> vector': [['label_join']],
  'vector -> scalar': [['scalar']],
  'scalar -> vector': [['vector']],
  ' -> scalar': [['time']],
} as const;

const LATER: readonly (readonly [signature: string, names: readonly string[], life: Lifetime])[] = [
  ['vector -> vector', ['sgn'], {since: '2.26'}],
  ['matrix -> vector', ['last_over_time'], {since: '2.26'}],
  ['vector, scalar, scalar -> vector', ['clamp'], {since: '2.26'}],
  ['matrix -> vector', ['present_over_time'], {since: '2.29'}],
  ['vector -> vector', ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh'], {since: '2.31'}],
  ['vector -> vector', ['cos', 'cosh', 'sin', 'sinh', 'tan', 'tanh'], {since: '2.31'}],
  ['vector -> vector', ['deg', 'rad'], {since: '2.31'}],
  [' -> scalar', ['pi'], {since: '2.31'}],
  ['vector -> vector', ['histogram_count', 'histogram_sum'], {since: '2.40'}],
  ['scalar, scalar, vector -> vector', ['histogram_fraction'], {since: '2.40'}],
  ['vector -> vector', ['histogram_stddev', 'histogram_stdvar'], {since: '2.47'}],
  ['vector -> vector', ['histogram_avg'], {since: '2.51'}],
  ['matrix, scalar, scalar -> vector', ['holt_winters'], {removed: '3.0'}],
  ['matrix -> vector', ['first_over_time'], {since: '3.7', stable: '3.14'}],
];

const EXPERIMENTAL: typeof LATER = [
  ['matrix -> vector', ['mad_over_time'], {since: '2.49'}],
  ['vector, string* -> vector', ['sort_by_label', 'sort_by_label_desc'], {since: '2.49'}],
  ['vector, vector? -> vector', ['info'], {since: '2.55'}],
  ['matrix, scalar, scalar -> vector', ['double_exponential_smoothing'], {since: '3.0'}],
  [
    'matrix -> vector',
    ['ts_of_last_over_time', 'ts_of_max_over_time', 'ts_of_min_over_time'],
    {since: '3.5'},
  ],
  ['matrix -> vector', ['ts_of_first_over_time'], {since: '3.7'}],
  [' -> scalar', ['start', 'end', 'range', 'step'], {since: '3.12'}],
  ['scalar, scalar -> scalar', ['min_of', 'max_of'], {since: '3.13'}],
  ['vector -> vector', ['start_timestamp'], {since: '3.14'}],
  ['matrix, scalar? -> vector', ['integral'], {since: '3.16'}],
];

/** One to ten quantiles; the grammar has no shorter way to say so. */
const HISTOGRAM_QUANTILES: PromqlFunction = {
  name: 'histogram_quantiles',
  args: ['vector', 'string', 'scalar', 'scalar'],
  variadic: 9,
  returns: 'vector',
  experimental: true,
  since: '3.11',
};

/** Every function of PromQL, past and present, by name. */
export const FUNCTIONS: ReadonlyMap<string, PromqlFunction> = new Map(
  [
    ...Object.entries(STABLE).flatMap(([signature, names]) =>
      names.flat().map(name => define(signature, name, {}, {experimental: false})),
    ),
    ...LATER.flatMap(([signature, names, life]) =>
      names.map(name => define(signature, name, life, {experimental: false})),
    ),
    ...EXPERIMENTAL.flatMap(([signature, names, life]) =>
      names.map(name => define(signature, name, life, {experimental: true})),
    ),
    HISTOGRAM_QUANTILES,
  ].map(fn => [fn.name, fn]),
);

function define(
  signature: string,
  name: string,
  life: Lifetime,
  {experimental}: {readonly experimental: boolean},
): PromqlFunction {
  const [args = '', returns = ''] = signature.split('->').map(part => part.trim());
  return {
    name,
    args: args === '' ? [] : args.split(', ').map(arg => valueType(arg.replace(/[?*]$/, ''))),
    variadic: args.endsWith('*') ? ANY_NUMBER : Number(args.endsWith('?')),
    returns: valueType(returns),
    experimental,
    ...life,
  };
}

function valueType(name: string): ValueType {
  return name === 'scalar' || name === 'matrix' || name === 'string' ? name : 'vector';
}
