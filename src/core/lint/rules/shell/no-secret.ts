import type {Word} from '../../../shell';
import {callsOf} from '../../shell/calls';
import type {ProgramCall} from '../../shell/calls';
import type {CommandNode} from '../../node';
import {findOption, readOptions} from '../../shell/options';
import {defineRule} from '../../rule';
import {findSecrets, looksLikePassword} from '../../shell/secrets';

export default defineRule({
  id: 'shell/no-secret',
  summary: 'Disallow passwords, tokens and private keys in a page',
  why: 'A page is in the history of its repository, on a site and on the screens of everybody who reads it. What stood there once has to be replaced.',
  severity: 'error',
  messages: {
    shape:
      'Found {{kind}}, expected a variable that is filled when it is needed; replace the secret itself.',
    value:
      'Found a password as the value of `{{option}}`, expected a variable or a file; replace the password itself.',
  },
  examples: {
    good: [
      {
        title: 'variables, and what stands for a secret',
        source:
          '```bash\ncurl -f -u "admin:$GRAFANA_PASSWORD" https://grafana.sqlstudio.io/api/health\ncurl -f -u elastic:changeme localhost:9200\nkubectl create secret generic db --from-literal=password=YOUR_PASSWORD\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nPGPASSWORD=postgres psql -h localhost -c "SELECT 1"\npsql --password app_2024_eu\n```\n',
      },
    ],
    bad: [
      {
        title: 'a key',
        source:
          '```text\n-----BEGIN PRIVATE KEY-----\nMIIE1HJPyaeYMtK2k097Fo7+9eYiPLMdbmbBMI3JuMJtGakJqo8CiMDO3aRYObg/\n-----END PRIVATE KEY-----\n```\n',
        reports: [
          '2:1-3:65 Found a private key, expected a variable that is filled when it is needed; replace the secret itself.',
        ],
      },
      {
        title: 'passwords of commands',
        source:
          '```bash\ncurl -f -u ops:9vXr2mKqLw7 https://grafana.sqlstudio.io/api/health\nkubectl create secret generic db --from-literal=password=9vXr2mKqLw7\nPGPASSWORD=9vXr2mKqLw7 psql -h db-1 -c "SELECT 1"\ncurl -f https://ops:9vXr2mKqLw7@grafana.sqlstudio.io/api/health\nargocd login cd.sqlstudio.io --username ops --password 9vXr2mKqLw7\ncurl -f -H "X-Api-Key: 9vXr2mKqLw7" https://api.sqlstudio.io\n```\n',
        reports: [
          '2:16-2:27 Found a password as the value of `-u`, expected a variable or a file; replace the password itself.',
          '3:58-3:69 Found a password as the value of `--from-literal=password`, expected a variable or a file; replace the password itself.',
          '4:12-4:23 Found a password as the value of `PGPASSWORD`, expected a variable or a file; replace the password itself.',
          '5:21-5:32 Found a password as the value of `ops:…@`, expected a variable or a file; replace the password itself.',
          '6:56-6:67 Found a password as the value of `--password`, expected a variable or a file; replace the password itself.',
          '7:24-7:35 Found a password as the value of `X-Api-Key`, expected a variable or a file; replace the password itself.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document: {source, places, blocks}}) {
        const quoted = blocks.filter(({language}) => /^(?:md|markdown|mdx)$/.test(language));
        for (const {kind, start, end} of findSecrets(source)) {
          if (quoted.some(({span}) => span.start.offset <= start && end <= span.end.offset))
            continue;
          report({at: places.span(start, end), message: 'shape', data: {kind}});
        }
      },
      command(node) {
        for (const {option, value, word} of valuesIn(node)) {
          if (!looksLikePassword(value) || findSecrets(value).length > 0) continue;
          const offset = word.start + Math.max(0, word.text.indexOf(value));
          const at = node.place(offset, offset + value.length);
          report({at, message: 'value', data: {option}});
        }
      },
    };
  },
});

type Value = {readonly option: string; readonly value: string; readonly word: Word};

const SECRET_NAME =
  /(?:^|[_-])(?:password|passwd|passphrase|token|api[_-]?key|(?:client|app|shared|jwt)[_-]?secret|secret[_-](?:access[_-])?key)$|[_-]pwd$/i;

/** Their `--password` asks for one, and the next word is something else. */
const ASKING = [
  'psql',
  'pg_dump',
  'pg_restore',
  'createdb',
  'mysql',
  'mariadb',
  'mysqldump',
  'mysqladmin',
];

function valuesIn(node: CommandNode): readonly Value[] {
  const asks = callsOf(node, ...ASKING).length > 0;
  return [
    ...environmentOf(node),
    ...callsOf(node, 'curl').flatMap(userOf),
    ...callsOf(node, 'redis-cli', 'valkey-cli').flatMap(redisPassword),
    ...callsOf(node, 'mysql', 'mariadb', 'mysqldump', 'mysqladmin').flatMap(mysqlPassword),
    ...node.command.words.flatMap((word, index, words) => [
      ...literalOf(word),
      ...longOption(word, asks ? undefined : words[index + 1]),
      ...addressOf(word),
      ...headerOf(word),
    ]),
  ];
}

function environmentOf({command}: CommandNode): readonly Value[] {
  return command.assignments.flatMap(({name, value}) =>
    value?.value !== undefined && (SECRET_NAME.test(name) || /PASSWORD$|^REDISCLI_AUTH$/.test(name))
      ? [{option: name, value: value.value, word: value}]
      : [],
  );
}

function userOf({args}: ProgramCall): readonly Value[] {
  const grammar = {taking: 'XHdFTomwuAeKrxbcECDQtyYzPU', takingLong: ['user', 'proxy-user']};
  const user = findOption(readOptions(args, grammar), 'u', 'user', 'U', 'proxy-user');
  const password = /^[^:]+:(.+)$/s.exec(user?.value ?? '')?.[1];
  if (user?.valueWord === undefined || password === undefined) return [];
  return [
    {
      option: user.name.length === 1 ? `-${user.name}` : `--${user.name}`,
      value: password,
      word: user.valueWord,
    },
  ];
}

function redisPassword({args}: ProgramCall): readonly Value[] {
  const option = findOption(readOptions(args, {taking: 'hpsanurid', takingLong: ['pass']}), 'a');
  if (option?.valueWord === undefined || option.value === undefined) return [];
  return [{option: '-a', value: option.value, word: option.valueWord}];
}

/** `-p` takes its value only from the same word. */
function mysqlPassword({args}: ProgramCall): readonly Value[] {
  return args.flatMap(word => {
    const value = /^-p(.+)$/s.exec(word.value ?? '')?.[1];
    return value === undefined ? [] : [{option: '-p', value, word}];
  });
}

/** `--from-literal=password=…`, in one word or as a word of its own. */
function literalOf(word: Word): readonly Value[] {
  const [, option = '', name = '', value = ''] =
    /^(?:(--from-literal)=)?([\w.-]+)=(.+)$/s.exec(word.value ?? '') ?? [];
  if (!SECRET_NAME.test(name) || name.startsWith('--')) return [];
  return [{option: option === '' ? name : `${option}=${name}`, value, word}];
}

function longOption(word: Word, next: Word | undefined): readonly Value[] {
  const [, option = '', value] = /^(--[\w-]+)(?:=(.+))?$/s.exec(word.value ?? '') ?? [];
  if (!SECRET_NAME.test(option)) return [];
  if (value !== undefined) return [{option, value, word}];
  return next?.value === undefined ? [] : [{option, value: next.value, word: next}];
}

const HEADER =
  /^(Authorization|X-(?:Api-Key|Auth-Token|Vault-Token|Api-Token)):\s*(?:(?:Bearer|Basic|Token|ApiKey)\s+)?(\S+)$/i;

function headerOf(word: Word): readonly Value[] {
  const [, option, value] = HEADER.exec(word.value ?? '') ?? [];
  return option === undefined || value === undefined ? [] : [{option, value, word}];
}

function addressOf(word: Word): readonly Value[] {
  const [, user = '', value] = /^\w+:\/\/([^/:@\s]+):([^/@\s]+)@/.exec(word.value ?? '') ?? [];
  return value === undefined ? [] : [{option: `${user}:…@`, value, word}];
}
