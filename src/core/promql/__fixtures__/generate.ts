import {FUNCTIONS} from '../functions';
import type {ValueType} from '../ast';
import type {Random} from '../../../../scripts/random';

const NAMES = ['up', 'foo', 'bar:sum5m', 'http_requests_total', 'sum', 'offset', 'by', 'start', 'inf_x', 'NaNa', 'on'];
const LABELS = ['job', 'le', 'instance', 'a', '__name__', 'by', 'sum', 'on', 'offset', 'bool', 'start', 'and'];
const ODD_LABELS = ['without', 'a:b', '"quoted name"', '""', '1', 'fill', 'range', 'anchored'];
const STRINGS = ['"x"', "'y'", '`z`', '""', '"a\\nb"', "'\\''", '"\\x41\\u00e9"', '".*"', '"5.."', '"(a|b)"', '"é"', '"\\\\d+"', '"日本"'];
const ODD_STRINGS = ['"("', '"a)(b"', '"[z-a]"', '"*"', '"\\q"', '"\\xg0"', '"\\ud800"', '"\\400"', '"(?P<n"', '"x{2000}"', "'\\\"'"];
const NUMBERS = ['0', '1', '5', '0.95', '1e3', '.5', '0x1F', '017', '08', 'Inf', 'NaN', '-1', '+2', '1e-3', '1.'];
const ODD_NUMBERS = ['1_000', '0x1e5', '0x1ae', '1e400', '1e+', '0x', '1__0', '99999999999999999999', '0b11', '5m', '1.2.3'];
const DURATIONS = ['5m', '1h30m', '1d', '1w', '1y', '30s', '100ms', '5m30s', '90s'];
const ODD_DURATIONS = ['0s', '5', '1h5h', '5x', '5hs', '1.5h', '300', '-5m', '1m1h', '99999999y'];
const ARITHMETIC = ['+', '-', '*', '/', '%', '^', 'atan2'];
const COMPARISONS = ['==', '!=', '>', '<', '>=', '<='];
const SETS = ['and', 'or', 'unless', 'AND', 'Or'];
const AGGREGATIONS = ['sum', 'avg', 'count', 'min', 'max', 'group', 'stddev', 'stdvar', 'SUM'];
const BY_PARAM = ['topk', 'bottomk', 'quantile'];
const NEWER = new Set(
  [...FUNCTIONS.values()].filter(({since = '0'}) => Number(since) > 2.42).map(({name}) => name),
);
const FUNCTION_NAMES = [...FUNCTIONS.keys()].filter(name => !NEWER.has(name));
const TYPES: readonly ValueType[] = ['scalar', 'vector', 'matrix', 'string'];

/** An expression that is mostly right: of the type asked for, except once in a while. */
export function generate(random: Random, type: ValueType = 'vector', depth = 4): string {
  const wanted = random.chance(0.015) ? random.pick(TYPES) : type;
  const text = generateOf(random, wanted, depth);
  if (random.chance(0.04)) return `(${text})`;
  return random.chance(0.01) ? `${text} # note\n` : text;
}

function generateOf(random: Random, type: ValueType, depth: number): string {
  if (type === 'string') return string(random);
  if (type === 'matrix') return matrix(random, depth);
  if (type === 'scalar') return scalar(random, depth);
  if (depth <= 0) return selector(random);
  const kind = random.below(10);
  if (kind < 3) return binary(random, 'vector', depth);
  if (kind < 5) return aggregate(random, depth);
  if (kind < 8) return call(random, depth);
  if (kind < 9) return `${random.pick(['-', '+', '- '])}${generate(random, 'vector', depth - 1)}`;
  return selector(random);
}

function scalar(random: Random, depth: number): string {
  if (depth <= 0 || random.chance(0.6)) return random.pick(random.chance(0.02) ? ODD_NUMBERS : NUMBERS);
  if (random.chance(0.3)) return `scalar(${generate(random, 'vector', depth - 1)})`;
  return random.chance(0.2) ? 'time()' : binary(random, 'scalar', depth);
}

function matrix(random: Random, depth: number): string {
  const tail = `${modifiers(random)}`;
  if (random.chance(0.75)) return `${plainSelector(random)}[${duration(random)}]${tail}`;
  const step = random.chance(0.5) ? duration(random) : '';
  return `${generate(random, 'vector', depth - 1)}[${duration(random)}:${step}]${tail}`;
}

function binary(random: Random, type: ValueType, depth: number): string {
  const right = random.chance(0.7) ? type : 'scalar';
  const operator = random.pick([ARITHMETIC, COMPARISONS, SETS]);
  const words = [
    generate(random, random.chance(0.8) ? type : 'scalar', depth - 1),
    random.pick(operator),
    (operator === COMPARISONS && random.chance(type === 'scalar' ? 0.8 : 0.2)) || random.chance(0.02) ? 'bool' : '',
    random.chance(0.25) ? matching(random) : '',
    generate(random, operator === SETS ? type : right, depth - 1),
  ];
  return words.filter(word => word !== '').join(random.chance(0.1) ? '\n' : ' ');
}

function matching(random: Random): string {
  const head = `${random.pick(['on', 'ignoring', 'ON'])} ${labels(random)}`;
  if (random.chance(0.6)) return head;
  return `${head} ${random.pick(['group_left', 'group_right'])}${random.chance(0.5) ? labels(random) : ''}`;
}

function aggregate(random: Random, depth: number): string {
  const inner = generate(random, 'vector', depth - 1);
  const count = random.chance(0.1);
  const param = count ? '"v", ' : `${generate(random, 'scalar', 1)}, `;
  const withParam = count || random.chance(0.25);
  const name = random.pick(count ? ['count_values'] : withParam ? BY_PARAM : AGGREGATIONS);
  const args = `(${withParam || random.chance(0.02) ? param : ''}${inner})`;
  if (random.chance(0.4)) return `${name}${args}`;
  const grouping = `${random.pick(['by', 'without'])} ${labels(random)}`;
  return random.chance(0.5) ? `${name} ${grouping} ${args}` : `${name}${args} ${grouping}`;
}

function labels(random: Random): string {
  const names = Array.from({length: random.below(3)}, () => label(random));
  return `(${names.join(', ')}${names.length > 0 && random.chance(0.1) ? ',' : ''})`;
}

function call(random: Random, depth: number): string {
  const fn = FUNCTIONS.get(random.pick(random.chance(0.02) ? [...NEWER] : FUNCTION_NAMES));
  if (fn === undefined || random.chance(0.01)) return 'no_such_function(up)';
  const optional = fn.variadic > 0 && random.chance(0.5) ? fn.args.slice(0, -1) : fn.args;
  const args = optional.map(type => generate(random, type, depth - 1));
  if (random.chance(0.03)) args.pop();
  if (random.chance(0.02)) args.push(generate(random, 'scalar', 1));
  return `${fn.name}(${args.join(', ')}${random.chance(0.01) ? ',' : ''})`;
}

function selector(random: Random): string {
  return `${plainSelector(random)}${modifiers(random)}`;
}

function plainSelector(random: Random): string {
  const name = random.chance(0.85) ? random.pick(NAMES) : '';
  if (name !== '' && random.chance(0.5)) return name;
  const matchers = Array.from({length: random.below(3) + (name === '' ? 1 : 0)}, () => {
    return `${label(random)}${random.pick(['=', '!=', '=~', '!~'])}${string(random)}`;
  });
  return `${name}{${matchers.join(',')}${random.chance(0.1) ? ',' : ''}}`;
}

function modifiers(random: Random): string {
  if (random.chance(0.85)) return '';
  const at = random.pick([' @ 1609746000', ' @ start()', ' @ end()', ' @ -1.5', random.chance(0.1) ? ' @ Inf' : '', '']);
  const offset = random.pick([` offset ${duration(random)}`, ' offset -5m', '', ' OFFSET 1h']);
  return random.chance(0.5) ? `${at}${offset}` : `${offset}${at}`;
}

function duration(random: Random): string {
  return random.pick(random.chance(0.03) ? ODD_DURATIONS : DURATIONS);
}

function label(random: Random): string {
  return random.pick(random.chance(0.02) ? ODD_LABELS : LABELS);
}

function string(random: Random): string {
  return random.pick(random.chance(0.03) ? ODD_STRINGS : STRINGS);
}
