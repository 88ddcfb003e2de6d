import type {Input} from '../document';
import {isIpv4, isIpv6} from './ip-address';

/** Why a value does not fit: what was wanted, and a value that would do. */
export type InputFlaw = {readonly expected: string; readonly example: string};

/** Linux takes 128 KiB for one variable of the environment, name included. */
const LONGEST_VALUE = 100_000;

type Check = {
  readonly accepts: (value: string) => boolean;
  readonly expected: string;
  readonly example: string;
};

const DNS_LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const LABEL_NAME = '(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9](?:[-\\w.]*[A-Za-z0-9])?';
const LABEL_VALUE = '(?:[A-Za-z0-9](?:[-\\w.]*[A-Za-z0-9])?)?';
const LABEL_SET = `\\(\\s*${LABEL_VALUE}(?:\\s*,\\s*${LABEL_VALUE})*\\s*\\)`;
const REQUIREMENT = `(?:!\\s*${LABEL_NAME}|${LABEL_NAME}(?:\\s*(?:==?|!=)\\s*${LABEL_VALUE}|\\s+(?:in|notin)\\s*${LABEL_SET})?)`;

const CHECKS: Readonly<Record<Exclude<Input['type'], 'enum' | 'regex'>, Check>> = {
  string: {accepts: () => true, expected: 'a text', example: 'some text'},
  secret: {
    accepts: value => value !== '',
    expected: 'a secret that is not empty',
    example: 's3cr3t',
  },
  int: matching(/^-?\d+$/, 'a whole number', '3'),
  bool: matching(/^(?:true|false)$/, '`true` or `false`', 'true'),
  'k8s-name': {
    accepts: value => value.length <= 253 && exactly(`${DNS_LABEL}(?:\\.${DNS_LABEL})*`, value),
    expected:
      'the name of a Kubernetes object without its type: at most 253 lower-case letters, digits, `-` and `.`',
    example: 'web-7c9d8b6f5-x2k4q',
  },
  namespace: {
    accepts: value => value.length <= 63 && exactly(DNS_LABEL, value),
    expected: 'a namespace: at most 63 lower-case letters, digits and `-`',
    example: 'sql-studio',
  },
  'label-selector': {
    accepts: value => exactly(`\\s*${REQUIREMENT}(?:\\s*,\\s*${REQUIREMENT})*\\s*`, value),
    expected: 'a label selector',
    example: 'app=web,tier!=cache',
  },
  duration: matching(
    /^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/,
    'a duration in `h`, `m`, `s` or `ms`',
    '15m',
  ),
  port: {
    accepts: value => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535,
    expected: 'a port from 1 to 65535',
    example: '8080',
  },
  url: {
    accepts: value => /^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/i.test(value) && URL.canParse(value),
    expected: 'an absolute URL',
    example: 'https://example.org/health',
  },
  ipv4: {accepts: isIpv4, expected: 'an IPv4 address', example: '10.0.0.1'},
  cidr: {accepts: isCidr, expected: 'an address range', example: '10.0.0.0/16'},
  path: {
    accepts: value => value !== '' && !value.startsWith('-') && !hasControlCharacter(value),
    expected: 'a path without control characters that does not begin with `-`',
    example: './heap.pprof',
  },
};

/** Undefined if the value fits the type of the input. `isRegex` is a parameter because of its size. */
export function validateInput(
  input: Input,
  value: string,
  {isRegex}: {readonly isRegex: (value: string) => boolean},
): InputFlaw | undefined {
  if (value.includes('\0')) return {expected: 'a value without NUL', example: exampleOf(input)};
  if (new TextEncoder().encode(value).length > LONGEST_VALUE) {
    return {expected: `at most ${LONGEST_VALUE} bytes`, example: exampleOf(input)};
  }
  if (input.type === 'enum') {
    if (input.values.includes(value)) return undefined;
    return {
      expected: `one of ${input.values.map(accepted => `\`${accepted}\``).join(', ')}`,
      example: exampleOf(input),
    };
  }
  const {accepts, expected} = input.type === 'regex' ? regex(isRegex) : CHECKS[input.type];
  return accepts(value) ? undefined : {expected, example: exampleOf(input)};
}

export function isInputType(value: unknown): value is Input['type'] {
  return value === 'enum' || value === 'regex' || Object.hasOwn(CHECKS, String(value));
}

function exampleOf({type, example, values}: Input): string {
  if (example !== null) return example;
  if (type === 'enum') return values[0] ?? '';
  return type === 'regex' ? 'web-.+' : CHECKS[type].example;
}

function regex(accepts: Check['accepts']): Pick<Check, 'accepts' | 'expected'> {
  return {accepts, expected: 'a regular expression in RE2 syntax'};
}

function matching(pattern: RegExp, expected: string, example: string): Check {
  return {accepts: value => pattern.test(value), expected, example};
}

/** `$` alone would let a final line break pass. */
function exactly(pattern: string, value: string): boolean {
  return !value.includes('\n') && new RegExp(`^(?:${pattern})$`).test(value);
}

function isCidr(value: string): boolean {
  const [address = '', bits = '', ...rest] = value.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
  if (isIpv4(address)) return Number(bits) <= 32;
  return isIpv6(address) && Number(bits) <= 128;
}

function hasControlCharacter(value: string): boolean {
  return [...value].some(character => character < ' ' || character === '\u007F');
}
