import {printable} from '../../core';
import type {Input} from '../../core';
import {shellQuote} from '../report';

/** Extended regular expressions as bash has them; what they let pass may still be refused later. */
type Check = {readonly pattern: string; readonly expected: string; readonly longest?: number};

const OCTET = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const IPV4 = `(${OCTET}[.]){3}${OCTET}`;
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

const CHECKS: Readonly<Record<Exclude<Input['type'], 'enum'>, Check | null>> = {
  string: null,
  secret: null,
  regex: null,
  int: {pattern: '^-?[0-9]+$', expected: 'a whole number'},
  bool: {pattern: '^(true|false)$', expected: 'true or false'},
  'k8s-name': {
    pattern: `^${LABEL}([.]${LABEL})*$`,
    expected: 'the name of a Kubernetes object without its type',
    longest: 253,
  },
  namespace: {pattern: `^${LABEL}$`, expected: 'a namespace', longest: 63},
  'label-selector': {pattern: '^[A-Za-z0-9_./,=!() -]+$', expected: 'a label selector'},
  duration: {pattern: '^([0-9]+([.][0-9]+)?(ms|s|m|h))+$', expected: 'a duration such as 15m'},
  port: {
    pattern:
      '^([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$',
    expected: 'a port from 1 to 65535',
  },
  url: {pattern: '^[A-Za-z][A-Za-z0-9+.-]*://[^[:space:]]+$', expected: 'an absolute URL'},
  ipv4: {pattern: `^${IPV4}$`, expected: 'an IPv4 address'},
  cidr: {
    pattern: `^(${IPV4}/([12]?[0-9]|3[0-2])|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*/(1[01][0-9]|12[0-8]|[1-9]?[0-9]))$`,
    expected: 'an address range such as 10.0.0.0/16',
  },
  path: {
    pattern: '^[^-[:cntrl:]][^[:cntrl:]]*$',
    expected: 'a path that does not begin with a dash',
  },
};

/** Bytes that one variable of the environment may have, as in a run. */
const LONGEST_VALUE = 100_000;

/** The function that takes the value of one input from the environment and checks it. */
export function inputFunction(input: Input): string {
  const {name, description, type, example} = input;
  const about = description.replace(/\.$/, '');
  const suchAs = example === null ? '' : `, such as ${example}`;
  return [
    `# ${oneLine(`${about} (${type}${suchAs})`)}`,
    `${inputFunctionName(name)}() {`,
    ...defaultLines(input),
    `  : "\${${name}:?${inDoubleQuotes(oneLine(`${about}${suchAs}`))}}"`,
    ...checkLines(input).map(line => `  ${line}`),
    `  export ${name}`,
    '}',
  ].join('\n');
}

export function inputFunctionName(name: string): string {
  return `runbook_input_${name}`;
}

function defaultLines({name, default: fallback}: Input): readonly string[] {
  if (fallback === null) return [];
  return [`  if [ -z "\${${name}:-}" ]; then ${name}=${quoted(fallback)}; fi`];
}

function checkLines({name, type, values}: Input): readonly string[] {
  if (type === 'enum') {
    const expected = oneLine(`${name}: expected one of ${values.join(', ')}.`);
    return [
      `case $${name} in`,
      `  ${values.map(quoted).join(' | ')}) ;;`,
      `  *) runbook_refuse ${quoted(expected)} ;;`,
      'esac',
    ];
  }
  const check = CHECKS[type];
  if (check === null) return [];
  const {pattern, expected, longest = LONGEST_VALUE} = check;
  return [`runbook_fits ${name} ${quoted(pattern)} ${quoted(expected)} ${longest}`];
}

/** Always in quotes: nothing of it is a pattern or an option. */
export function quoted(text: string): string {
  return text === '' ? "''" : shellQuote(` ${text}`).replace("' ", "'");
}

/** A comment and a message end with the line. */
export function oneLine(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' ').trim());
}

/** A word after `:?` within double quotes. */
function inDoubleQuotes(text: string): string {
  return text.replaceAll(/[\\"$`}]/g, character => `\\${character}`);
}
