import type {Word} from '../../shell';
import {callsOf} from '../shell/calls';
import type {ProgramCall} from '../shell/calls';
import type {CommandNode} from '../node';
import {findOption, readOptions} from '../shell/options';

/** A statement of SQL without comments, its strings emptied. */
export type SqlStatement = {
  readonly text: string;
  readonly word: Pick<Word, 'start' | 'end'>;
};

const POSTGRES = {
  taking: 'cdfhoPpRTUvLF',
  takingLong: ['command', 'dbname', 'file', 'host', 'port', 'username', 'set'],
};
const MYSQL = {
  taking: 'ehuDPS',
  takingLong: ['execute', 'host', 'user', 'database', 'port', 'socket'],
};

/** A migration of any length may be piped in; what a runbook says is in its beginning. */
const LONGEST_TEXT = 20_000;

/** The statements that a command hands to a client of a database, as an argument or on its input. */
export function sqlStatements(node: CommandNode): readonly SqlStatement[] {
  const calls = [
    ...callsOf(node, 'psql').map(call => ({
      call,
      word: statementOf(call, POSTGRES, 'c', 'command'),
    })),
    ...callsOf(node, 'mysql', 'mariadb').map(call => ({
      call,
      word: statementOf(call, MYSQL, 'e', 'execute'),
    })),
    ...callsOf(node, 'sqlite3', 'libsql').map(call => ({call, word: operandOf(call, 1)})),
    ...callsOf(node, 'turso').map(call => ({call, word: tursoStatement(call)})),
  ];
  return calls.flatMap(({call, word}) =>
    (word === undefined ? [] : statementsIn(textOf(word), word)).concat(inputOf(call, node)),
  );
}

function statementOf(
  {args}: ProgramCall,
  grammar: Parameters<typeof readOptions>[1],
  ...names: readonly string[]
): Word | undefined {
  return findOption(readOptions(args, grammar), ...names)?.valueWord;
}

function operandOf({args}: ProgramCall, index: number): Word | undefined {
  return readOptions(args, {taking: ''}).operands[index];
}

function tursoStatement(call: ProgramCall): Word | undefined {
  const [first, second] = call.args;
  return first?.value === 'db' && second?.value === 'shell' ? operandOf(call, 3) : undefined;
}

/** Here-documents and here-strings of the call itself. */
function inputOf({layer}: ProgramCall, {script}: CommandNode): readonly SqlStatement[] {
  if (layer.nested !== undefined) return [];
  const {redirects, start, end} = layer.command;
  const strings = redirects.flatMap(({operator, target}) =>
    operator === '<<<' && target !== undefined ? statementsIn(textOf(target), target) : [],
  );
  const documents = script.shell.heredocs.filter(
    heredoc => start <= heredoc.start && heredoc.start < end,
  );
  return [...strings, ...documents.flatMap(({text, body}) => statementsIn(text, body))];
}

function statementsIn(sql: string, word: Pick<Word, 'start' | 'end'>): readonly SqlStatement[] {
  return sql
    .slice(0, LONGEST_TEXT)
    .replaceAll(/--.*$|\/\*[^]*?\*\//gm, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .split(';')
    .map(text => ({text: text.trim().replaceAll(/\s+/g, ' '), word}))
    .filter(({text}) => text !== '');
}

/** An expansion may hold anything, also a condition. */
function textOf({value, parts}: Word): string {
  if (value !== undefined) return value;
  return parts.map(part => (part.kind === 'literal' ? part.value : ' $x ')).join('');
}
