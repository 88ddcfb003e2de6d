import type {SimpleCommand, Word} from '../../shell';
import type {CommandNode} from '../node';
import {callsOf, pipelineHead} from './calls';
import type {ProgramCall} from './calls';
import {findOption, readOptions} from './options';
import type {OptionGrammar} from './options';

/** What stands in the place of a password, whatever it is. */
export type Password = {
  /** The option, header or variable, as a reader would call it. */
  readonly option: string;
  readonly value: string;
  readonly word: Word;
};

const SECRET_NAME =
  /(?:^|[._-])(?:password|passwd|passphrase|token|api[_-]?key|(?:client|app|shared|jwt)[_-]?secret|secret[_-](?:access[_-])?key)$|[_-]pwd$/i;
const SECRET_VARIABLE = /PASSWORD$|^REDISCLI_AUTH$|^VAULT_TOKEN$/;
const CAMEL_CASE = /[a-z](?:Password|ApiKey)$/;

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

/** The names of secrets, and of programs that take them unnamed; most commands have neither. */
const MAY_HOLD_ONE =
  /pass|token|key|secret|pwd|auth|login|redis|valkey|ldap|mongo|mysql|maria|rabbit|curl|:\/\//i;

/** The literal values of a command that stand where a password, a token or a key belongs. */
export function passwordsIn(node: CommandNode): readonly Password[] {
  if (!MAY_HOLD_ONE.test(node.command.text)) return [];
  const asks = callsOf(node, ...ASKING).length > 0;
  return [
    ...environmentOf(node.command),
    ...optionsOf(node),
    ...argumentsOf(node),
    ...node.command.words.flatMap((word, index, words) => [
      ...literalOf(word),
      ...longOption(word, asks ? undefined : words[index + 1]),
      ...addressOf(word),
      ...headerOf(word),
    ]),
  ];
}

function environmentOf({assignments}: SimpleCommand): readonly Password[] {
  return assignments.flatMap(({name, value}) =>
    value?.value !== undefined && (SECRET_NAME.test(name) || SECRET_VARIABLE.test(name))
      ? [{option: name, value: value.value, word: value}]
      : [],
  );
}

/** Short options whose value is a password, by program. */
const OPTIONS: readonly {
  readonly names: readonly string[];
  readonly grammar: OptionGrammar;
  readonly options: readonly string[];
}[] = [
  {
    names: ['redis-cli', 'valkey-cli'],
    grammar: {taking: 'hpsanurid', takingLong: ['pass']},
    options: ['a', 'pass'],
  },
  {names: ['sshpass'], grammar: {taking: 'fdpP'}, options: ['p']},
  {names: ['ldapsearch', 'ldapmodify'], grammar: {taking: 'DwbHhpsfyUWx'}, options: ['w']},
  {
    names: ['mongo', 'mongosh', 'mongodump', 'mongorestore'],
    grammar: {taking: 'uphd', takingLong: ['host', 'port']},
    options: ['p'],
  },
];

function optionsOf(node: CommandNode): readonly Password[] {
  return [
    ...OPTIONS.flatMap(({names, grammar, options}) =>
      callsOf(node, ...names).flatMap(({args}) => {
        const option = findOption(readOptions(args, grammar), ...options);
        if (option?.valueWord === undefined || option.value === undefined) return [];
        return [{option: nameOf(option.name), value: option.value, word: option.valueWord}];
      }),
    ),
    ...callsOf(node, 'curl').flatMap(userOf),
    ...callsOf(node, 'mysql', 'mariadb', 'mysqldump', 'mysqladmin').flatMap(mysqlPassword),
  ];
}

function nameOf(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

function userOf({args}: ProgramCall): readonly Password[] {
  const grammar = {taking: 'XHdFTomwuAeKrxbcECDQtyYzPU', takingLong: ['user', 'proxy-user']};
  const user = findOption(readOptions(args, grammar), 'u', 'user', 'U', 'proxy-user');
  const value = /^[^:]+:(.+)$/s.exec(user?.value ?? '')?.[1];
  if (user?.valueWord === undefined || value === undefined) return [];
  return [{option: nameOf(user.name), value, word: user.valueWord}];
}

/** `-p` takes its value only from the same word. */
function mysqlPassword({args}: ProgramCall): readonly Password[] {
  return args.flatMap(word => {
    const value = /^-p(.+)$/s.exec(word.value ?? '')?.[1];
    return value === undefined ? [] : [{option: '-p', value, word}];
  });
}

/** Passwords that are arguments, known by what stands before them. */
function argumentsOf(node: CommandNode): readonly Password[] {
  return [
    ...callsOf(node, 'docker', 'podman', 'nerdctl', 'helm').flatMap(call => loginOf(call, node)),
    ...callsOf(node, 'vault').flatMap(({args}) => after(args, /^login$/, 'vault login')),
    ...callsOf(node, 'aws').flatMap(({args}) =>
      after(args, /^aws_secret_access_key$/, 'aws_secret_access_key'),
    ),
    ...callsOf(node, 'rabbitmqctl').flatMap(({args}) =>
      /^(?:change_password|add_user)$/.test(args[0]?.value ?? '')
        ? after(args.slice(1), /./, args[0]?.text ?? '')
        : [],
    ),
    ...callsOf(node, 'openssl').flatMap(({args}) => args.flatMap(opensslPassword)),
  ];
}

/** The word behind the first that matches, if it is no option. */
function after(args: readonly Word[], pattern: RegExp, option: string): readonly Password[] {
  const at = args.findIndex(({value}) => pattern.test(value ?? ''));
  const word = at === -1 ? undefined : args[at + 1];
  if (word?.value === undefined || /^-|=/.test(word.value)) return [];
  return [{option, value: word.value, word}];
}

/** `docker login -p …`, and `echo … | docker login --password-stdin`. */
function loginOf(call: ProgramCall, {script}: CommandNode): readonly Password[] {
  const {args} = call;
  if (!args.slice(0, 2).some(({value}) => value === 'login')) return [];
  const options = readOptions(args, {taking: 'up', takingLong: ['username', 'password']});
  const option = findOption(options, 'p');
  if (option?.valueWord !== undefined && option.value !== undefined) {
    return [{option: '-p', value: option.value, word: option.valueWord}];
  }
  const head = pipelineHead(call, script);
  const [word] = head?.name?.value === 'echo' ? head.args.filter(({text}) => text !== '-n') : [];
  if (word?.value === undefined || findOption(options, 'password-stdin') === undefined) return [];
  return [{option: '--password-stdin', value: word.value, word}];
}

function opensslPassword(word: Word): readonly Password[] {
  const value = /^pass:(.+)$/s.exec(word.value ?? '')?.[1];
  return value === undefined ? [] : [{option: 'pass:', value, word}];
}

/** `--from-literal=password=…`, in one word or as a word of its own. */
function literalOf(word: Word): readonly Password[] {
  const [, option = '', name = '', value = ''] =
    /^(?:(--from-literal|--set(?:-string)?)=)?([\w.-]+)=(.+)$/s.exec(word.value ?? '') ?? [];
  if (name.startsWith('--') || (!SECRET_NAME.test(name) && !CAMEL_CASE.test(name))) return [];
  return [{option: option === '' ? name : `${option}=${name}`, value, word}];
}

function longOption(word: Word, next: Word | undefined): readonly Password[] {
  const [, option = '', value] = /^(--[\w-]+)(?:=(.+))?$/s.exec(word.value ?? '') ?? [];
  if (!SECRET_NAME.test(option)) return [];
  if (value !== undefined) return [{option, value, word}];
  if (next?.value === undefined || next.value.startsWith('-')) return [];
  return [{option, value: next.value, word: next}];
}

const HEADER =
  /^(Authorization|X-(?:Api-Key|Auth-Token|Auth-Key|Vault-Token|Api-Token)|PRIVATE-TOKEN|JOB-TOKEN|DD-API-KEY):\s*(?:(?:Bearer|Basic|Token|ApiKey)\s+)?(\S+)$/i;

function headerOf(word: Word): readonly Password[] {
  const [, option, value] = HEADER.exec(word.value ?? '') ?? [];
  return option === undefined || value === undefined ? [] : [{option, value, word}];
}

const PARAMETER = /[?&](api_?key|access_token|private_token|token|password)=([^&#]+)/i;

/** In the user part of an address, or among its parameters. */
function addressOf(word: Word): readonly Password[] {
  if (word.value?.includes('://') !== true) return [];
  const [, user, value] = /(?:^|=)[\w+]+:\/\/([^/:@\s]+):([^/@\s]+)@/.exec(word.value) ?? [];
  const [, name, parameter] = PARAMETER.exec(word.value) ?? [];
  return [
    ...(user === undefined || value === undefined ? [] : [{option: `${user}:…@`, value, word}]),
    ...(name === undefined || parameter === undefined
      ? []
      : [{option: `${name}=`, value: parameter, word}]),
  ];
}
