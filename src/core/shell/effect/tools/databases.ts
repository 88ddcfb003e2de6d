import type {Word} from '../../types';
import {type Call, defineTool, listOf, verbsOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';
import {sqlOutcome} from './sql';

const POSTGRES = listOf(
  '-h, -p, -U, -d, -v, -c, -f, -P, -F, -R, -o, -L, --host, --port, --username, ' +
    '--dbname, --command, --file, --set',
);
const MYSQL = listOf(
  '-h, -P, -u, -D, -e, -S, --host, --port, --user, --database, --execute, --socket',
);
const TURSO = {
  ...verbsOf(
    'read',
    'db shell, db list, db show, db inspect, db locations, group list, group show',
  ),
  ...verbsOf('read', 'org list, plan show, auth whoami'),
  ...verbsOf(['change', 'secrets'], 'db tokens create, group tokens create'),
  ...verbsOf('secrets', 'auth token'),
  ...verbsOf('destroy', 'db destroy, group destroy, db tokens invalidate'),
};

export const databases = [
  defineTool({
    names: ['psql', 'pgcli'],
    effect: 'read',
    takes: POSTGRES,
    safe: ['-l', '--list', '-V'],
    judge: call => judgeStatements(call, {statement: ['-c', '--command'], file: ['-f', '--file']}),
  }),
  defineTool({
    names: ['mysql', 'mariadb', 'mycli'],
    effect: 'read',
    takes: MYSQL,
    safe: ['-V'],
    judge: call => judgeStatements(call, {statement: ['-e', '--execute'], file: []}),
  }),
  defineTool({
    names: ['sqlite3', 'libsql'],
    effect: 'read',
    takes: ['-cmd', '-separator', '-init'],
    judge: call => judgePositional(call, call.arguments[1]),
  }),
  defineTool({names: ['turso'], effect: 'change', verbs: TURSO, judge: judgeTurso}),
  defineTool({
    names: ['pg_dump', 'pg_dumpall', 'mysqldump', 'pg_isready', 'pg_config'],
    effect: 'read',
  }),
  defineTool({names: ['pg_restore', 'mysqlimport'], effect: 'change', safe: ['-l', '--list']}),
  defineTool({names: ['dropdb', 'dropuser'], effect: 'destroy'}),
  defineTool({names: ['mongosh', 'mongo'], effect: 'change', judge: judgeMongo}),
];

function judgeStatements(
  call: Call,
  names: {readonly statement: readonly string[]; readonly file: readonly string[]},
): readonly Verdict[] {
  const word = call.flag(...names.statement);
  if (word !== undefined) {
    return judgeSql(call.valueOf(...names.statement), call.valueWord(...names.statement) ?? word);
  }
  const file = call.flag(...names.file);
  return file === undefined ? withoutStatement(call) : verdicts('change', file, 'flag');
}

function judgePositional(call: Call, word: Word | undefined): readonly Verdict[] {
  return word === undefined ? withoutStatement(call) : judgeSql(word.value, word);
}

function judgeSql(sql: string | undefined, at: Word): readonly Verdict[] {
  if (sql === undefined) return judgeTemplate(at);
  return verdicts(sqlOutcome(sql), at, 'statement');
}

/** An input stands inside quotes of the statement, so the verbs around it still decide. */
function judgeTemplate(at: Word): readonly Verdict[] {
  const whole = at.parts.every(({kind}) => kind !== 'literal');
  if (whole) return verdicts('change', at, 'expansion');
  const sql = at.parts.map(part => (part.kind === 'literal' ? part.value : ' x ')).join('');
  return verdicts(sqlOutcome(sql), at, 'statement');
}

function withoutStatement(call: Call): readonly Verdict[] {
  return call.fed
    ? verdicts('change', call.program, 'no-command')
    : verdicts(['change', 'interactive'], call.program, 'no-command');
}

function judgeTurso(call: Call): readonly Verdict[] {
  const [first, second, , statement] = call.arguments;
  if (first?.value !== 'db' || second?.value !== 'shell') return [];
  return judgePositional(call, statement);
}

function judgeMongo(call: Call): readonly Verdict[] {
  const runs = call.flag('--eval', '--file', '-f') !== undefined || call.fed;
  return runs ? [] : verdicts('interactive', call.program, 'no-command');
}
