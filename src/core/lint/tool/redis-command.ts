import type {Word} from '../../shell';
import {callsOf} from '../shell/calls';
import type {CommandNode} from '../node';
import {readOptions} from '../shell/options';

export type RedisCommand = {
  readonly name: string;
  readonly word: Word;
  readonly args: readonly Word[];
};

const GRAMMAR = {taking: 'hpsanurid', takingLong: ['user', 'pass', 'pattern', 'count']};

/** The commands that are handed to `redis-cli`, their names in upper case. */
export function redisCommands(node: CommandNode): readonly RedisCommand[] {
  return callsOf(node, 'redis-cli', 'valkey-cli', 'keydb-cli').flatMap(({args}) => {
    const [word, ...rest] = readOptions(args, GRAMMAR).operands;
    if (word?.value === undefined) return [];
    return [{name: word.value.toUpperCase(), word, args: rest}];
  });
}
