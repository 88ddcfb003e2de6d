import {closest} from '../../core';
import type {Engines, JqProblem} from '../../core';
import {JQ_FUNCTIONS, isPlainJq} from './plain-jq';

/** Where jq says a column, it counts bytes of UTF-8 from 1. */
const PLACE = /^(?<reason>.*?) at <top-level>, line (?<line>\d+), column (?<column>\d+):$/s;

/** Functions of earlier versions: on an older jq, a program that calls one is right. */
const GONE = new Set([
  'leaf_paths/0',
  'recurse_down/0',
  'scalars_or_empty/0',
  'pow10/0',
  'ascii/0',
]);

/**
 * Loads jq, which takes a tenth of a second, and gives its compiler. A program never runs: it has
 * no input to run on.
 */
export async function loadJqCompiler(): Promise<NonNullable<Engines['jq']>> {
  const {loadJq} = await import('jq-wasm');
  const jq = await loadJq();
  const known = new Map<string, JqProblem | undefined>();
  return (program, variables) => {
    if (isPlainJq(program, variables)) return undefined;
    const key = JSON.stringify([program, variables]);
    if (!known.has(key)) {
      const flags = variables.flatMap(name => ['--arg', name, '']);
      known.set(key, problemOf(program, jq.raw('', program, [...flags, '--'])));
    }
    return known.get(key);
  };
}

/** What jq answers when it does not compile a program; it has no other way to end like this. */
const COMPILE_ERROR = 3;

function problemOf(
  program: string,
  {exitCode, stderr}: {readonly exitCode: number; readonly stderr: string},
): JqProblem | undefined {
  if (exitCode !== COMPILE_ERROR) return undefined;
  // The first line of a message says what, the others show where.
  const messages = stderr.split(/^jq: error: /m).slice(1);
  const [first] = messages.flatMap(message => readMessage(program, message));
  return first;
}

function readMessage(program: string, message: string): readonly JqProblem[] {
  const [head = '', , carets = ''] = message.split('\n');
  const {reason, line, column} = PLACE.exec(head)?.groups ?? {};
  if (reason === undefined) return [];
  const start = offsetOf(program, Number(line), Number(column));
  const length = Math.max(1, carets.trim().length);
  const range = {start, end: Math.min(program.length, endOf(program, start, length))};
  const problem = kindOf(reason);
  return problem === undefined ? [] : [{...range, ...problem}];
}

type Kind<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;

function kindOf(reason: string): Kind<JqProblem> | undefined {
  const syntax = /^syntax error, unexpected (?:(end of file)|.+?)(?:, expecting (.+))?$/.exec(
    reason,
  );
  if (syntax !== null) {
    const expected = (syntax[2] ?? '').split(' or ').filter(token => token !== '');
    const kind = syntax[1] === undefined ? 'unexpected' : 'end';
    return {kind, expected: expected.map(token => token.replace(/^'(.+)'$/, '$1'))};
  }
  if (reason.startsWith('Invalid escape at ')) return {kind: 'escape'};
  const [, sign, name] = /^(\$?)([\w:]+(?:\/\d+)?) is not defined$/.exec(reason) ?? [];
  if (name === undefined || GONE.has(name)) return undefined;
  if (sign === '$') return {kind: 'variable', name};
  const names = Array.from(JQ_FUNCTIONS, known => known.replace(/\/\d$/, ''));
  return {kind: 'function', name, similar: closest(name.replace(/\/\d+$/, ''), names)};
}

function offsetOf(program: string, line: number, column: number): number {
  const lines = program.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, {length}) => sum + length + 1, 0);
  return before + unitsOf(lines[line - 1] ?? '', column - 1);
}

function endOf(program: string, start: number, bytes: number): number {
  return start + Math.max(1, unitsOf(program.slice(start), bytes));
}

/** The UTF-16 length of so many bytes of UTF-8. */
function unitsOf(text: string, bytes: number): number {
  return Buffer.from(text).subarray(0, bytes).toString('utf8').length;
}
