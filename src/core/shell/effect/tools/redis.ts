import {type Call, defineTool, listOf, type Outcome, verbsOf, type Verdict} from '../define-tool';
import {verdicts} from '../judge';

const COMMANDS: Readonly<Record<string, Outcome>> = {
  ...verbsOf(
    'read',
    'GET, MGET, GETRANGE, STRLEN, EXISTS, TYPE, TTL, PTTL, KEYS, SCAN, DBSIZE, INFO, ' +
      'PING, ECHO',
  ),
  ...verbsOf(
    'read',
    'HGET, HMGET, HGETALL, HKEYS, HVALS, HLEN, HEXISTS, HSCAN, LLEN, LRANGE, LINDEX, ' +
      'TIME, ROLE',
  ),
  ...verbsOf(
    'read',
    'SCARD, SMEMBERS, SISMEMBER, SSCAN, ZCARD, ZRANGE, ZREVRANGE, ZSCORE, ZSCAN, ZCOUNT, XLEN',
  ),
  ...verbsOf(
    'read',
    'XRANGE, XINFO, XPENDING, OBJECT, MEMORY, LATENCY, SLOWLOG, COMMAND, LASTSAVE, RANDOMKEY',
  ),
  ...verbsOf(
    'read',
    'CLIENT LIST, CLIENT INFO, CLIENT ID, CONFIG GET, CLUSTER INFO, CLUSTER NODES, SELECT',
  ),
  ...verbsOf(
    'read',
    'CLUSTER SLOTS, CLUSTER SHARDS, SENTINEL MASTERS, SENTINEL MASTER, ACL LIST, ACL WHOAMI',
  ),
  ...verbsOf('blocking', 'MONITOR, SUBSCRIBE, PSUBSCRIBE'),
  ...verbsOf('destroy', 'FLUSHALL, FLUSHDB, DEL, UNLINK, SHUTDOWN, CLUSTER RESET, XTRIM, LTRIM'),
};

export const redis = defineTool({
  names: ['redis-cli', 'valkey-cli', 'keydb-cli'],
  effect: 'read',
  takes: listOf('-h, -p, -a, -n, -u, -s, -r, -i, -d, --user, --pass, --pattern'),
  flags: {'--stat': 'blocking', '--latency': 'blocking', '--pipe': 'change'},
  judge: judgeRedis,
});

const REPORTS = listOf('--stat, --latency, --bigkeys, --memkeys, --hotkeys, --scan, --pipe, --rdb');

function judgeRedis(call: Call): readonly Verdict[] {
  const [verb, next] = call.arguments;
  if (verb === undefined) {
    if (call.flag(...REPORTS) !== undefined) return [];
    return verdicts(call.fed ? 'change' : ['change', 'interactive'], call.program, 'no-command');
  }
  // A quoted command line, as in `redis-cli "GET key"`, reaches redis as one word and fails there.
  const first = (verb.value ?? '$').toUpperCase().trim();
  const both = `${first} ${(next?.value ?? '').toUpperCase()}`;
  return verdicts(COMMANDS[both] ?? COMMANDS[first] ?? 'change', verb, 'verb');
}
