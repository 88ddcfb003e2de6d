import {findFlag} from '../../kubectl';
import type {KubectlFlag} from '../../kubectl';
import {parseQuantity} from '../../inventory';
import type {Word} from '../../shell';
import type {KubectlNode} from '../node';
import {pathOf} from './call';

/** A value that the command itself refuses, however well its flag takes it. */
export type WrongValue = {
  readonly value: string;
  /** The flag, or the argument, as a reader would call it. */
  readonly name: string;
  readonly expected: string;
  readonly word: Word;
};

/** The values of a call that are none of those that its command knows. */
export function wrongValues(node: KubectlNode): readonly WrongValue[] {
  const path = pathOf(node);
  const flags = node.kubectl.flags.flatMap(flag => wrongFlag(flag, path));
  if (path === 'taint') return [...flags, ...node.kubectl.arguments.flatMap(wrongTaint)];
  if (path === 'port-forward')
    return [...flags, ...node.kubectl.arguments.slice(1).flatMap(wrongPort)];
  if (path === 'autoscale') return [...flags, ...wrongBounds(node)];
  return flags;
}

type Check = {readonly takes: (value: string) => boolean; readonly expected: string};

const QUANTITIES: Check = {
  takes: areQuantities,
  expected: 'quantities such as `cpu=200m,memory=512Mi`',
};

/** By command and flag; a flag alone is meant for every command that has it. */
const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['logs since-time', {takes: isTime, expected: 'a time such as `2024-05-01T10:00:00Z`'}],
  ['patch type', oneOf('json', 'merge', 'strategic')],
  ['events types', {takes: areEventTypes, expected: '`Normal` or `Warning`'}],
  ['events for', {takes: isJoined, expected: 'a type and a name, such as `pod/web-0`'}],
  ['top pod sort-by', oneOf('cpu', 'memory')],
  ['top node sort-by', oneOf('cpu', 'memory')],
  [
    'wait for',
    {
      takes: value => /^(?:condition=|jsonpath=|(?:delete|create)$)/i.test(value),
      expected: '`condition=…`, `jsonpath=…`, `delete` or `create`',
    },
  ],
  ['dry-run', oneOf('none', 'client', 'server', 'true', 'false')],
  ['delete cascade', oneOf('background', 'foreground', 'orphan', 'true', 'false')],
  ['run restart', oneOf('Always', 'OnFailure', 'Never')],
  ['set resources limits', QUANTITIES],
  ['set resources requests', QUANTITIES],
]);

function wrongFlag(flag: KubectlFlag<Word>, path: string): readonly WrongValue[] {
  const {name, value, valueWord} = flag;
  const check = CHECKS.get(`${path} ${name}`) ?? CHECKS.get(name);
  if (check === undefined || valueWord === undefined) return [];
  if (value === undefined || value === '' || check.takes(value)) return [];
  return [{value, name: flagName(flag), expected: check.expected, word: valueWord}];
}

/** Without the value that stands in the same word. */
function flagName({name, word}: KubectlFlag<Word>): string {
  return word.text.startsWith('--') ? `--${name}` : word.text.slice(0, 2);
}

function oneOf(...values: readonly string[]): Check {
  const [last, ...rest] = values
    .filter(value => value !== 'true' && value !== 'false')
    .toReversed();
  const names = rest.toReversed().map(value => `\`${value}\``);
  return {
    takes: value => values.includes(value),
    expected: `${names.join(', ')} or \`${last ?? ''}\``,
  };
}

function isTime(value: string): boolean {
  return /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value);
}

function areEventTypes(value: string): boolean {
  return value.split(',').every(type => /^(?:normal|warning)$/i.test(type));
}

function isJoined(value: string): boolean {
  return /^[^/]+\/[^/]+$/.test(value);
}

function areQuantities(value: string): boolean {
  return value.split(',').every(part => {
    const [name, quantity, ...rest] = part.split('=');
    return name !== '' && rest.length === 0 && parseQuantity(quantity ?? '') !== undefined;
  });
}

const EFFECT = /^(?:NoSchedule|PreferNoSchedule|NoExecute)-?$/;

/** `key=value:Effect` adds a taint, `key-` and `key:Effect-` take one away. */
function wrongTaint(word: Word): readonly WrongValue[] {
  const {value} = word;
  if (value === undefined || !/[:=]/.test(value) || /[<>{}[\]]/.test(value)) return [];
  const [key = '', effect] = value.split(':');
  if (effect === undefined ? key.endsWith('-') : EFFECT.test(effect)) return [];
  const expected = '`key=value:Effect` with one of `NoSchedule`, `PreferNoSchedule`, `NoExecute`';
  return [{value, name: 'a taint', expected, word}];
}

const HIGHEST_PORT = 65_535;

function wrongPort(word: Word): readonly WrongValue[] {
  const {value} = word;
  if (value === undefined || !/\d/.test(value) || /[A-Z<>{}[\]]/.test(value)) return [];
  const ports = value.split(':');
  const isRight =
    ports.length <= 2 && ports.every((port, at) => isPort(port) || (at === 0 && port === ''));
  if (isRight) return [];
  return [{value, name: 'a port', expected: 'a port, or two as `LOCAL:REMOTE`', word}];
}

function isPort(port: string): boolean {
  if (/^\d+$/.test(port)) return Number(port) <= HIGHEST_PORT;
  return /^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/.test(port);
}

/** The most pods have to be at least as many as the fewest. */
function wrongBounds({kubectl}: KubectlNode): readonly WrongValue[] {
  const [max, min] = [findFlag(kubectl, 'max'), findFlag(kubectl, 'min')];
  const [most, fewest] = [Number(max?.value ?? NaN), Number(min?.value ?? NaN)];
  if (max?.value === undefined || max.valueWord === undefined || most >= Math.max(1, fewest || 1))
    return [];
  if (Number.isNaN(most)) return [];
  const expected = `at least ${Math.max(1, fewest || 1)}`;
  return [{value: max.value, name: '--max', expected, word: max.valueWord}];
}
