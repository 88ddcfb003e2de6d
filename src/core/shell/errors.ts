import type {ParseError} from 'unbash';
import type {ShellError} from './types';
import type {Place} from './word';

/** What the parser says about an opening that is never closed, in words, and what would close it. */
const OPENINGS: Readonly<Record<string, {readonly what: string; readonly closer: string}>> = {
  'single quote': {what: "after `'`", closer: "a closing `'`"},
  'double quote': {what: 'after `"`', closer: 'a closing `"`'},
  'ANSI-C quote': {what: "after `$'`", closer: "a closing `'`"},
  backtick: {what: 'after a backtick', closer: 'a closing backtick'},
  'command substitution': {what: 'after `$(`', closer: '`)`'},
  'process substitution': {what: 'in a process substitution', closer: '`)`'},
  'parameter expansion': {what: 'after `${`', closer: '`}`'},
  'arithmetic expansion': {what: 'after `$((`', closer: '`))`'},
  'arithmetic command': {what: 'after `((`', closer: '`))`'},
  'arithmetic for header': {what: 'after `for ((`', closer: '`))`'},
  'array subscript': {what: 'after `[`', closer: '`]`'},
  'extended glob': {what: 'in a pattern', closer: '`)`'},
};

const TOKEN = /^(?:[;&|]{2}|[;&|()<>]|[^\s;&|()<>]+)/;

/** The parser's own message in the words of the house: what was found, what was expected. */
export function toError(error: ParseError, source: string, place: Place): ShellError {
  const {message, pos} = error;
  if (message.startsWith('maximum ')) {
    return {kind: 'nesting', message: NESTING_MESSAGE, ...tokenSpan(source, pos, place)};
  }
  const opening = OPENINGS[message.replace(/^unterminated /, '')];
  if (opening !== undefined) {
    const text = `Unexpected end of the script ${opening.what}, expected ${opening.closer}.`;
    return {kind: 'syntax', message: text, start: place(pos), end: place(pos + 1)};
  }
  return {kind: 'syntax', message: reword(message, source, pos), ...tokenSpan(source, pos, place)};
}

export const NESTING_MESSAGE = 'Unexpected nesting depth, expected at most 100 levels.';

function reword(message: string, source: string, pos: number): string {
  const found = describe(source, pos);
  const wanted = /^expected (.+)$/.exec(message)?.[1];
  if (wanted !== undefined) return `Unexpected ${found}, expected ${wording(wanted)}.`;
  if (message.startsWith('unexpected token')) {
    return `Unexpected ${found}, expected ${expectedAt(source, pos)}.`;
  }
  return `${message.charAt(0).toUpperCase()}${wording(message.slice(1))}.`;
}

function wording(text: string): string {
  return text
    .replace(/^(command|word|operand|redirect target|compound command)/, 'a $1')
    .replace('a operand', 'an operand')
    .replace('a redirect target', 'a file or descriptor after the redirect')
    .replaceAll(/'([^']+)'/g, '`$1`');
}

/** At the start of a command a command is missing; after a word only the command's end can be. */
function expectedAt(source: string, pos: number): string {
  const before = source.slice(0, pos).trimEnd();
  const last = before.slice(-1);
  const opens = before === '' || ';&|({'.includes(last) || /\n\s*$/.test(source.slice(0, pos));
  return opens ? 'a command' : 'the end of the command';
}

function describe(source: string, pos: number): string {
  const at = skipBlanks(source, pos);
  if (at >= source.length) return 'end of the script';
  if (source.charAt(at) === '\n') return 'end of the line';
  return `\`${tokenAt(source, at)}\``;
}

function tokenSpan(source: string, pos: number, place: Place) {
  const at = skipBlanks(source, pos);
  return {start: place(at), end: place(at + tokenAt(source, at).length)};
}

function tokenAt(source: string, at: number): string {
  return TOKEN.exec(source.slice(at, at + 200))?.[0] ?? '';
}

function skipBlanks(source: string, pos: number): number {
  let at = pos;
  while (source.charAt(at) === ' ' || source.charAt(at) === '\t') at++;
  return at;
}
